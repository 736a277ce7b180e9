namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_refunds</c>: a refund of an attempt. Times are Unix milliseconds, which every database can sort.</summary>
internal sealed class RefundRow
{
    public required string Merchant { get; set; }

    public required string OrderId { get; set; }

    public required string RefundId { get; set; }

    public int Number { get; set; }

    public required string State { get; set; }

    public decimal? Amount { get; set; }

    public decimal? TaxFreeAmount { get; set; }

    public decimal? RefundableAmount { get; set; }

    public int CancelsBefore { get; set; }

    public required string Reason { get; set; }

    public required string Actor { get; set; }

    public required string IdempotencyKey { get; set; }

    public required string SecretFingerprint { get; set; }

    public required string RequestUrl { get; set; }

    public bool NeedsAccount { get; set; }

    public bool QueryOnly { get; set; }

    public long? FirstSentAt { get; set; }

    public long? LastSendAt { get; set; }

    public int KeyCount { get; set; }

    public int AnsweredCount { get; set; }

    public long? NoneSeenAt { get; set; }

    public int RecheckCount { get; set; }

    public string? TransactionKey { get; set; }

    public string? FailureCode { get; set; }

    public long RequestedAt { get; set; }

    public long ChangedAt { get; set; }
}
