namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_outbox</c>: one event of a purchase, with the state of its delivery.</summary>
internal sealed class OutboxRow
{
    public required string Merchant { get; set; }

    public required string PurchaseId { get; set; }

    public int Sequence { get; set; }

    public Guid EventId { get; set; }

    public required string OrderId { get; set; }

    public required string Type { get; set; }

    public bool TestMode { get; set; }

    public long RecordedAt { get; set; }

    public long? DeliveredAt { get; set; }

    public int FailureCount { get; set; }

    public long? DueAt { get; set; }

    public long FencingToken { get; set; }

    public long? LeaseUntil { get; set; }

    public string? Error { get; set; }

    public string? SkippedBy { get; set; }
}
