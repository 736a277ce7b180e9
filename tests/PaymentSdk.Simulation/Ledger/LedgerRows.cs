using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>A purchase with everything that belongs to it.</summary>
internal sealed class PurchaseRow(Purchase purchase)
{
    public Purchase Purchase { get; set; } = purchase;

    /// <summary>In the order they were opened.</summary>
    public List<AttemptRow> Attempts { get; } = [];

    /// <summary>In the order it was written, over all attempts.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>In order.</summary>
    public List<EventRow> Events { get; } = [];
}

/// <summary>An attempt with its refunds.</summary>
internal sealed class AttemptRow(PurchaseRow purchase, Attempt attempt)
{
    public PurchaseRow Purchase => purchase;

    public Attempt Attempt { get; set; } = attempt;

    /// <summary>In the order they were asked for.</summary>
    public List<RefundRecord> Refunds { get; } = [];

    /// <summary>When it can be claimed: when it is due and nobody holds it; null never.</summary>
    public DateTimeOffset? ClaimableAt => Attempt.DueAt is { } due ? (Attempt.LeaseUntil is { } lease && lease > due ? lease : due) : null;
}

/// <summary>An event with its delivery.</summary>
internal sealed class EventRow(EventDelivery delivery)
{
    public EventDelivery Delivery { get; set; } = delivery;

    public OrderEvent Event => Delivery.Event;
}

/// <summary>A webhook with the lease that it is handled under.</summary>
internal sealed class InboxRow(InboxMessage message)
{
    public InboxMessage Message { get; set; } = message;

    public DateTimeOffset? LeaseUntil { get; set; }
}
