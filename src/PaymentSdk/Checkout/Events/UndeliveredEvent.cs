namespace PaymentSdk;

/// <summary>An event that no handler has taken yet.</summary>
public sealed record UndeliveredEvent
{
    /// <summary>The event.</summary>
    public required OrderEvent Event { get; init; }

    /// <summary>How many deliveries have failed, from 0.</summary>
    public int FailureCount { get; init; }

    /// <summary>The type of the failure of the last delivery; never its message, which may hold personal data. Null when none failed.</summary>
    public string? Error { get; init; }

    /// <summary>When it is delivered next, if the events of its purchase before it are done; database time. Null while it is not known.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
