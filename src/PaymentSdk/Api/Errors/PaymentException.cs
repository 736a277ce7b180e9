namespace PaymentSdk;

/// <summary>A call to the payment API failed. <see cref="Kind"/> says what that means for the money, the message what to do next.</summary>
public sealed class PaymentException : PaymentSdkException
{
    /// <summary>A failure.</summary>
    public PaymentException(string message, PaymentFailureKind kind, PaymentErrorCode code = default, int? statusCode = null, string? traceId = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Code = code;
        StatusCode = statusCode;
        TraceId = traceId;
    }

    /// <summary>What the failure means for the money.</summary>
    public PaymentFailureKind Kind { get; }

    /// <summary>The API's error code; empty when it gave none.</summary>
    public PaymentErrorCode Code { get; }

    /// <summary>The HTTP status of the API's last answer; null when none came.</summary>
    public int? StatusCode { get; }

    /// <summary>What of the answer decides and was given twice, with both values; null for every other failure.</summary>
    internal string? Contradiction { get; init; }

    /// <summary>The API's trace id of that answer, for its support desk.</summary>
    public string? TraceId { get; }
}
