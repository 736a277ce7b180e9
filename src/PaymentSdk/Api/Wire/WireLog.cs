using System.Net;

namespace PaymentSdk.Api.Wire;

/// <summary>What one call did on the wire: how often it was sent and how the answer is traced.</summary>
internal sealed class WireLog
{
    /// <summary>How many requests may have reached the API: every send that was not surely stopped before it left.</summary>
    public int Sends { get; set; }

    /// <summary>The API's trace id of the last answer, when it gave one.</summary>
    public string? TraceId { get; set; }

    /// <summary>Whether the API answered a send with 429.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>The pause that such an answer asked for; null when it asked for none.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Writes down an answer.</summary>
    public void Record(ApiAnswer answer)
    {
        TraceId = answer.TraceId ?? TraceId;
        IsLimited |= answer.Status == HttpStatusCode.TooManyRequests;
        RetryAfter = answer.RetryAfter ?? RetryAfter;
    }

    /// <summary>Writes down a failure: it may come from a client that does not keep this log.</summary>
    public void Record(PaymentException failure) => IsLimited |= failure.StatusCode == (int)HttpStatusCode.TooManyRequests;
}
