namespace PaymentSdk;

/// <summary>
/// The exception that is thrown when a call to the payment API fails. <see cref="Kind"/> says what the failure means for the money. The
/// message says what to do next.
/// </summary>
public sealed class PaymentException : PaymentSdkException
{
    /// <summary>
    /// Initializes a new instance of the <see cref="PaymentException"/> class with a message, the kind of the failure, and the details of the answer
    /// that are known.
    /// </summary>
    public PaymentException(string message, PaymentFailureKind kind, PaymentErrorCode code = default, int? statusCode = null, string? traceId = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Code = code;
        StatusCode = statusCode;
        TraceId = traceId;
    }

    /// <summary>The kind of the failure, which says what it means for the money.</summary>
    public PaymentFailureKind Kind { get; }

    /// <summary>The API's error code; empty when the answer contains none.</summary>
    public PaymentErrorCode Code { get; }

    /// <summary>The HTTP status of the API's last answer; null when no answer was received.</summary>
    public int? StatusCode { get; }

    /// <summary>The deciding member that the answer contains twice with different values, and both values; null for every other failure.</summary>
    internal string? Contradiction { get; init; }

    /// <summary>The API's trace id of the last answer, for the provider's support desk; null when there is none.</summary>
    public string? TraceId { get; }
}
