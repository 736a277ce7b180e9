namespace PaymentSdk;

/// <summary>An event of a purchase in the outbox, written in the same commit as the move that it reports.</summary>
public sealed record OrderEvent
{
    /// <summary>The name of the registration that the event belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The id of the event. It is the same in every delivery.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The purchase that the event is about.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The order id of the attempt that the event is about.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The number of the event within its purchase, which is the order of delivery: 1 for the first event, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The type of the event.</summary>
    public required OrderEventType Type { get; init; }

    /// <summary>Whether the payment was made with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When the event was recorded. Database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
