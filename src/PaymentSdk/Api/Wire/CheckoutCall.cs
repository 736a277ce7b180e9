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
    /// </summary>
    public string? StoredUrl { get; init; }

    /// <summary>Whether the call is a charge, of which only the base address is stored.</summary>
    public bool IsCharge { get; init; }

    /// <summary>The timestamp of the <see cref="TimeProvider"/> after which nothing is sent, resends included; null for no limit.</summary>
    public long? LastSendTimestamp { get; init; }

    /// <summary>The number of requests that may have reached the API. A request that is known not to have been sent does not count.</summary>
    public int Sends { get; set; }

    /// <summary>The API's trace id of the last answer; null when there is none.</summary>
    public string? TraceId { get; private set; }

    /// <summary>Whether the API answered a send with 429.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>The wait that the last answer with a Retry-After header requested; null when no answer had one.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>
    /// Returns the URL that is stored for a request, even if the settings have changed since; null if the request goes to the address of the settings.
    /// That is so for another operation, which a shop's own client may call with the same options.
    /// </summary>
    public string? StoredUrlOf(ApiRequest request) => StoredUrl switch
    {
        { } url when url.EndsWith(request.Path, StringComparison.Ordinal) => url,
        { } address when IsCharge => request.UrlAt(new Uri(address)),
        _ => null,
    };

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
