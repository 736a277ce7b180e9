namespace PaymentSdk.Ledger;

/// <summary>
/// A commit of one purchase, written completely or not at all. The <see cref="Purchase.Version"/> of the purchase is the version that was read; the
/// ledger stores that version plus one.
/// </summary>
public sealed record LedgerCommit
{
    /// <summary>The purchase with its new values; version 0 inserts it.</summary>
    public required Purchase Purchase { get; init; }

    /// <summary>The attempts that change, in order.</summary>
    public required IReadOnlyList<AttemptMove> Moves { get; init; }

    /// <summary>The events to add to the outbox. Default empty.</summary>
    public IReadOnlyList<OrderEvent> Events { get; init; } = [];

    /// <summary>The refunds to add or to change. Each replaces the stored refund with the same id. Default empty.</summary>
    public IReadOnlyList<RefundRecord> Refunds { get; init; } = [];

    /// <summary>The money movements to add. A movement whose transaction key is already stored stays unchanged. Default empty.</summary>
    public IReadOnlyList<MoneyMovement> Movements { get; init; } = [];
}
