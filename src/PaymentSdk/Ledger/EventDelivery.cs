namespace PaymentSdk.Ledger;

/// <summary>An event of the outbox and the status of its delivery.</summary>
public sealed record EventDelivery
{
    /// <summary>The event.</summary>
    public required OrderEvent Event { get; init; }

    /// <summary>The number of failed deliveries.</summary>
    public int FailureCount { get; init; }

    /// <summary>The fencing token. Every claim increments it, and a result that is recorded with an older token is refused.</summary>
    public long FencingToken { get; init; }

    /// <summary>
    /// The end of the lease of the process that delivers the event; null or in the past when no process holds it. Database time. Recording a result
    /// ends the lease and does not store this value.
    /// </summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When the event is delivered next; null when it was delivered or skipped. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the event was delivered or skipped; null until then. Database time.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>The exception type of the last failed delivery; never the exception message, which may hold personal data.</summary>
    public string? Error { get; init; }

    /// <summary>Who skipped the event, and why; null when it was not skipped.</summary>
    public string? SkippedBy { get; init; }
}
