using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>A purchase with everything that belongs to it.</summary>
internal sealed class PurchaseRow(Purchase purchase)
{
    public Purchase Purchase { get; set; } = purchase;

    /// <summary>The attempts, in the order in which they were opened.</summary>
    public List<AttemptRow> Attempts { get; } = [];

    /// <summary>The journal of all attempts, in the order in which it was written.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>The events, in order.</summary>
    public List<EventRow> Events { get; } = [];
}

/// <summary>An attempt with its refunds.</summary>
internal sealed class AttemptRow(PurchaseRow purchase, Attempt attempt)
{
    public PurchaseRow Purchase => purchase;

    public Attempt Attempt { get; set; } = attempt;

    /// <summary>The refunds, in the order of the requests.</summary>
    public List<RefundRecord> Refunds { get; } = [];

    /// <summary>The time from which the attempt is due and no worker holds its lease; null when it never becomes due.</summary>
    public DateTimeOffset? ClaimableAt => Attempt.DueAt is { } due ? (Attempt.LeaseUntil is { } lease && lease > due ? lease : due) : null;
}

/// <summary>An event with its delivery state.</summary>
internal sealed class EventRow(EventDelivery delivery)
{
    public EventDelivery Delivery { get; set; } = delivery;

    public OrderEvent Event => Delivery.Event;
}

/// <summary>A webhook with the lease under which it is handled.</summary>
internal sealed class InboxRow(InboxMessage message)
{
    public InboxMessage Message { get; set; } = message;

    public DateTimeOffset? LeaseUntil { get; set; }
}
