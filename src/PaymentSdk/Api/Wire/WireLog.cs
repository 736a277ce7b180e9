using System.Net;

namespace PaymentSdk.Api.Wire;

/// <summary>Records what one call did on the wire: the number of sends, the trace id of the answer, and limits of the API.</summary>
internal sealed class WireLog
{
    /// <summary>The number of requests that may have reached the API. A send that surely never left does not count.</summary>
    public int Sends { get; set; }

    /// <summary>The API's trace id of the last answer; null when there is none.</summary>
    public string? TraceId { get; set; }

    /// <summary>Whether the API answered a send with 429.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>The wait that the last answer with a Retry-After header asked for; null when no answer asked.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Records an answer.</summary>
    public void Record(ApiAnswer answer)
    {
        TraceId = answer.TraceId ?? TraceId;
        IsLimited |= answer.Status == HttpStatusCode.TooManyRequests;
        RetryAfter = answer.RetryAfter ?? RetryAfter;
    }

    /// <summary>Records a failure. It may come from a client that does not fill this log.</summary>
    public void Record(PaymentException failure) => IsLimited |= failure.StatusCode == (int)HttpStatusCode.TooManyRequests;
}
