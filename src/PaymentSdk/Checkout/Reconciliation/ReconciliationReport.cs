namespace PaymentSdk;

/// <summary>What a reconciliation found.</summary>
public sealed record ReconciliationReport
{
    /// <summary>The registration; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The days that were compared.</summary>
    public required ReconciliationRange Range { get; init; }

    /// <summary>When it was made; database time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>How much moved, by method and currency.</summary>
    public required IReadOnlyList<ReconciliationSum> Sums { get; init; }

    /// <summary>The open breaks of these days, oldest first.</summary>
    public required IReadOnlyList<ReconciliationBreak> Breaks { get; init; }

    /// <summary>How many breaks of other days are open.</summary>
    public int OtherBreaks { get; init; }

    /// <summary>How many lines the books lacked and have now.</summary>
    public int MovementsAdded { get; init; }

    /// <summary>The orders whose state was brought to what the gateway shows.</summary>
    public IReadOnlyList<OrderId> Repaired { get; init; } = [];
}
