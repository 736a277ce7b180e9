namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_inbox</c>: a webhook that was received. Times are Unix milliseconds, which every database can sort.</summary>
internal sealed class InboxRow
{
    public required string Merchant { get; set; }

    public Guid MessageId { get; set; }

    public required string BodyHash { get; set; }

    public required string EventType { get; set; }

    public string? TransmissionId { get; set; }

    public string? OrderId { get; set; }

    public required string Claim { get; set; }

    public required string Body { get; set; }

    public long ReceivedAt { get; set; }

    public long? HandledAt { get; set; }

    public long? DueAt { get; set; }

    public int FailureCount { get; set; }

    public long FencingToken { get; set; }

    public long? LeaseUntil { get; set; }
}
