namespace PaymentSdk;

/// <summary>An event of a purchase in the outbox, written in the same commit as the move that it tells of.</summary>
public sealed record OrderEvent
{
    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>Stable over every delivery.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The purchase.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>1 for the first event of a purchase, without gaps: the order of delivery.</summary>
    public required int Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required OrderEventType Type { get; init; }

    /// <summary>Whether it was made with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When it was recorded; database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
