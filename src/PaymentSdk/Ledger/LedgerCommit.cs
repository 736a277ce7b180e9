namespace PaymentSdk.Ledger;

/// <summary>
/// One commit of one purchase: all of it or nothing. The purchase's <see cref="Purchase.Version"/> is the one that was
/// read; the ledger stores it raised by one.
/// </summary>
public sealed record LedgerCommit
{
    /// <summary>The purchase as it is to be; version 0 inserts it.</summary>
    public required Purchase Purchase { get; init; }

    /// <summary>The attempts that change, in order.</summary>
    public required IReadOnlyList<AttemptMove> Moves { get; init; }

    /// <summary>The events for the outbox. Default none.</summary>
    public IReadOnlyList<OrderEvent> Events { get; init; } = [];

    /// <summary>The refunds that are asked for or that move; each is written over the one with its id. Default none.</summary>
    public IReadOnlyList<RefundRecord> Refunds { get; init; } = [];

    /// <summary>The lines for the books; one whose transaction key is there already stays as it is. Default none.</summary>
    public IReadOnlyList<MoneyMovement> Movements { get; init; } = [];
}
