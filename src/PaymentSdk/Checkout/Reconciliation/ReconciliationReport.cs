namespace PaymentSdk;

/// <summary>The result of a reconciliation.</summary>
public sealed record ReconciliationReport
{
    /// <summary>The name of the registration; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The days that were compared.</summary>
    public required ReconciliationRange Range { get; init; }

    /// <summary>When the report was made, in database time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The sums of the money movements, by method and currency.</summary>
    public required IReadOnlyList<ReconciliationSum> Sums { get; init; }

    /// <summary>The open discrepancies of these days, oldest first.</summary>
    public required IReadOnlyList<ReconciliationBreak> Breaks { get; init; }

    /// <summary>The number of open discrepancies on other days.</summary>
    public int OtherBreaks { get; init; }

    /// <summary>The number of movements that the ledger lacked and that were added.</summary>
    public int MovementsAdded { get; init; }

    /// <summary>The orders whose state was changed to what the gateway shows.</summary>
    public IReadOnlyList<OrderId> Repaired { get; init; } = [];
}
