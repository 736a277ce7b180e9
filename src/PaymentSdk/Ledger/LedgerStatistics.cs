namespace PaymentSdk.Ledger;

/// <summary>The figures that alerts are raised from, read at once and cheaply enough for a health check.</summary>
public sealed record LedgerStatistics
{
    /// <summary>The database's time of the reading.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Since when the oldest attempt whose outcome is not known is being looked for; null when there is none.</summary>
    public DateTimeOffset? OldestUnknownSince { get; init; }

    /// <summary>
    /// How many rows wait for an operator: attempts in <see cref="AttemptState.NeedsAttention"/> or <see cref="AttemptState.Mismatch"/>, refunds that could
    /// not be paid out, and open refunds that five answered cancels have not moved.
    /// </summary>
    public int Attention { get; init; }

    /// <summary>How many duplicate payments are still to be refunded.</summary>
    public int DuplicatePayments { get; init; }

    /// <summary>How many refunds could not be paid out.</summary>
    public int FailedPayouts { get; init; }

    /// <summary>How many breaks of the reconciliation are open.</summary>
    public int OpenBreaks { get; init; }

    /// <summary>Since when the oldest event waits to be delivered; null when none waits.</summary>
    public DateTimeOffset? OldestUndeliveredSince { get; init; }

    /// <summary>How many webhooks are stored and not handled.</summary>
    public int WaitingWebhooks { get; init; }

    /// <summary>
    /// What of the database makes payments fail although it answers, one sentence each with what to do, e.g. a server that only reads.
    /// Default: nothing. The health check is unhealthy while there is any.
    /// </summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
