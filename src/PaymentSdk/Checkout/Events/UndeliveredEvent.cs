namespace PaymentSdk;

/// <summary>An event that is neither delivered nor skipped.</summary>
public sealed record UndeliveredEvent
{
    /// <summary>The event.</summary>
    public required OrderEvent Event { get; init; }

    /// <summary>The number of failed deliveries, from 0.</summary>
    public int FailureCount { get; init; }

    /// <summary>
    /// The exception type of the last failed delivery; never its message, which may contain personal data. Null when no delivery failed.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>
    /// When the event is delivered next, in database time, provided that the earlier events of its purchase have been delivered or skipped. Null
    /// while it is not known.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }
}
