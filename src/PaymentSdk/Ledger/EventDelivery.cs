namespace PaymentSdk.Ledger;

/// <summary>An event of the outbox with how far its delivery is.</summary>
public sealed record EventDelivery
{
    /// <summary>The event.</summary>
    public required OrderEvent Event { get; init; }

    /// <summary>How many deliveries have failed.</summary>
    public int FailureCount { get; init; }

    /// <summary>Raised by every claim; a record with an old one fails.</summary>
    public long FencingToken { get; init; }

    /// <summary>Until when a process holds it for delivery; in the past or null when none does. Database time; not stored by a record, which ends it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it is to be delivered next; null when it was delivered or skipped. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was delivered or skipped; null before. Database time.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>The type of the failure of the last delivery; never its message, which may hold personal data.</summary>
    public string? Error { get; init; }

    /// <summary>Who skipped it, and why; null when it was not skipped.</summary>
    public string? SkippedBy { get; init; }
}
