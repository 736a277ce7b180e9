namespace PaymentSdk.Ledger;

/// <summary>The figures that alerts are based on. They are read together, and cheaply enough for a health check.</summary>
public sealed record LedgerStatistics
{
    /// <summary>When the figures were read. Database time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>
    /// The time since which the oldest unknown outcome has been open: when its attempt was first sent, or its reversal was requested. Null when there
    /// is none. Database time.
    /// </summary>
    public DateTimeOffset? OldestUnknownSince { get; init; }

    /// <summary>
    /// The number of rows that need an operator: attempts in <see cref="AttemptState.NeedsAttention"/> or <see cref="AttemptState.Mismatch"/>,
    /// refunds that could not be paid out, and refunds that are still open after five answered cancels.
    /// </summary>
    public int Attention { get; init; }

    /// <summary>The number of duplicate payments that have not been refunded yet.</summary>
    public int DuplicatePayments { get; init; }

    /// <summary>The number of refunds that could not be paid out.</summary>
    public int FailedPayouts { get; init; }

    /// <summary>The number of open discrepancies of the reconciliation.</summary>
    public int OpenBreaks { get; init; }

    /// <summary>When the oldest undelivered event was recorded; null when there is none. Database time.</summary>
    public DateTimeOffset? OldestUndeliveredSince { get; init; }

    /// <summary>The number of webhooks that are stored and not handled yet.</summary>
    public int WaitingWebhooks { get; init; }

    /// <summary>
    /// The faults that make payments fail although the database answers, such as a read-only server. Each is one sentence that says what to do.
    /// Default empty. The health check reports unhealthy while there are any.
    /// </summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
