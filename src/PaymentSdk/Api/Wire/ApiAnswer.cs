using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PaymentSdk.Api.Wire;

/// <summary>A complete answer of the API.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? TraceId, byte[] Body)
{
    private const string InFlight = "IDEMPOTENT_REQUEST_PROCESSING";

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>The error in the body; null when the body contains no readable error.</summary>
    public ErrorBody? Error { get; } = ErrorBody.TryRead(Body);

    /// <summary>How long the answer asks the client to wait before the next request; null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The result of the send. For 5xx, 429 and 408 the status alone decides: whichever server answered, the call may have taken effect
    /// (docs/spec/payment-api.md §11).
    /// </summary>
    public SendResult Means => (int)Status switch
    {
        >= 500 or 429 or 408 => SendResult.Unsettled,
        409 when Error?.Code.Value == InFlight => SendResult.InFlight,
        _ => SendResult.Answered,
    };

    /// <summary>Whether the API itself refused the call: a 4xx status with an error code.</summary>
    public bool IsRefusal => Means is SendResult.Answered && (int)Status is >= 400 and <= 499 && Error is not null;

    /// <summary>Whether the body is still encrypted because no configured security key decrypts it.</summary>
    public bool IsSealed => SealedBody.IsOne(Body);

    /// <summary>Reads an answer whose body is already in memory, and decrypts an encrypted body.</summary>
    public static async Task<ApiAnswer> ReadAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var trace = response.Headers.TryGetValues("x-tosspayments-trace-id", out var values) ? string.Join(',', values) : null;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (SealedBody.IsOne(body))
            body = SealedBody.Open(body, call.SecurityKeys) ?? body;
        return new ApiAnswer(response.StatusCode, PrintableText.Clean(trace), WithoutByteOrderMark(body)) { RetryAfter = ReadRetryAfter(response.Headers) };
    }

    // A date is compared with the server's own Date header, because the clock of this host may be wrong.
    internal static TimeSpan? ReadRetryAfter(HttpResponseHeaders headers)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - headers.Date;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static byte[] WithoutByteOrderMark(byte[] body) =>
        body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
}
