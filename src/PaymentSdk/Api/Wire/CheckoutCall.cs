using System.Net;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Connects the checkout process to the client: it says how a call of the process is sent, and records what happened on the wire. It is part of
/// <see cref="RequestOptions"/>, so that a shop's own <see cref="IPaymentClient"/> around this one passes it on. The process compares the answers
/// to its confirms and cancels itself, because it has states for a mismatch (docs/spec/money.md §4).
/// </summary>
internal sealed class CheckoutCall
{
    /// <summary>The options that pass this call to a method of the client.</summary>
    public RequestOptions Options => new() { Checkout = this };

    /// <summary>The fingerprint of the configured secret key to send. If null, the current secret key is sent.</summary>
    public string? SecretFingerprint { get; init; }

    /// <summary>
    /// The URL that the ledger stored for the call; for a charge, the stored base address. If null, the request goes to the address of the settings.
    /// See <see cref="UrlOf"/>.
    /// </summary>
    public string? StoredUrl { get; init; }

    /// <summary>Whether the call is a charge, of which only the base address is stored.</summary>
    public bool IsCharge { get; init; }

    /// <summary>The timestamp of the <see cref="TimeProvider"/> after which nothing is sent, resends included; null for no limit.</summary>
    public long? LastSendTimestamp { get; init; }

    /// <summary>The number of requests that may have reached the API. A request that was surely not sent does not count.</summary>
    public int Sends { get; set; }

    /// <summary>The API's trace id of the last answer; null when there is none.</summary>
    public string? TraceId { get; private set; }

    /// <summary>Whether the API answered a send with 429.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>The wait that the last answer with a Retry-After header asked for; null when no answer had one.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>
    /// Returns the URL of a request of this call: the stored URL, even if the settings have changed since it was stored. A request for another
    /// operation, which a shop's own client may make with the same options, goes to the address of the settings.
    /// </summary>
    public string UrlOf(ApiRequest request, Uri apiBaseAddress)
    {
        if (StoredUrl is not { Length: > 0 } stored)
            return request.UrlAt(apiBaseAddress);
        if (stored.EndsWith(request.Path, StringComparison.Ordinal))
            return stored;
        return Uri.TryCreate(stored, UriKind.Absolute, out var address) && IsCharge ? request.UrlAt(address) : request.UrlAt(apiBaseAddress);
    }

    /// <summary>Records an answer.</summary>
    public void Record(ApiAnswer answer)
    {
        TraceId = answer.TraceId ?? TraceId;
        IsLimited |= answer.Status == HttpStatusCode.TooManyRequests;
        RetryAfter = answer.RetryAfter ?? RetryAfter;
    }

    /// <summary>Records a failure. The failure may come from a client of the shop, which does not know this call.</summary>
    public void Record(PaymentException failure) => IsLimited |= failure.StatusCode == (int)HttpStatusCode.TooManyRequests;
}
