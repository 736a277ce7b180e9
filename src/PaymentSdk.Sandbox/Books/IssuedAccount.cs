namespace PaymentSdk.Sandbox.Books;

/// <summary>The virtual account issued for a payment (payment-api.md §3.4).</summary>
internal sealed record IssuedAccount(string AccountNumber, string BankCode, DateTimeOffset DueDate)
{
    /// <summary>True once the deadline is past; the payment's status does not change by it.</summary>
    public bool Expired { get; init; }

    public RefundAccount? Refund { get; init; }

    /// <summary>When money was last sent back; it arrives two days later.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>The refund's state: the bank pays two days after the cancel (payment-api.md §2.1).</summary>
    public string RefundStatus(DateTimeOffset now) => RefundedAt switch
    {
        null => "NONE",
        { } at when now - at < TimeSpan.FromDays(2) => "PENDING",
        _ => "COMPLETED",
    };
}
