using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The outbox: events are delivered at least once, in order per purchase.</summary>
internal sealed partial class LedgerModel
{
    private readonly Dictionary<Guid, (PurchaseRow Purchase, EventRow Event)> _byEvent = [];

    /// <summary>The purchases with an event that is neither delivered nor skipped, in the order of their first such event.</summary>
    private readonly List<PurchaseRow> _undelivered = [];

    /// <summary>When the next event can be claimed; null when none can.</summary>
    public DateTimeOffset? NextEvent
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var purchase in _undelivered)
            {
                if (Claimable(First(purchase)?.Delivery) is { } at && !(next <= at))
                    next = at;
            }

            return next;
        }
    }

    public IReadOnlyList<EventDelivery> ClaimEvents(string merchant, int maxCount, TimeSpan lease)
    {
        var now = Now;
        var due = _undelivered.Where(purchase => purchase.Purchase.Merchant == merchant).Select(First)
            .OfType<EventRow>().Where(row => Claimable(row.Delivery) <= now)
            .OrderBy(row => row.Delivery.DueAt).ThenBy(row => row.Event.PurchaseId.Value, StringComparer.Ordinal)
            .Take(maxCount).ToList();
        foreach (var row in due)
            row.Delivery = row.Delivery with { FencingToken = row.Delivery.FencingToken + 1, LeaseUntil = now + lease };
        return [.. due.Select(row => row.Delivery)];
    }

    public bool RecordDelivery(EventDelivery delivery)
    {
        if (!_byEvent.TryGetValue(delivery.Event.EventId, out var found) || found.Event.Delivery.FencingToken != delivery.FencingToken)
            return false;
        found.Event.Delivery = found.Event.Delivery with
        {
            DeliveredAt = Instant(delivery.DeliveredAt),
            DueAt = Instant(delivery.DueAt),
            FailureCount = delivery.FailureCount,
            Error = delivery.Error,
            SkippedBy = delivery.SkippedBy,
            FencingToken = delivery.FencingToken + 1,
            LeaseUntil = null,
        };
        if (First(found.Purchase) is null)
            _undelivered.Remove(found.Purchase);
        Changed?.Invoke();
        return true;
    }

    public EventDelivery? FindEvent(string merchant, Guid eventId) =>
        _byEvent.TryGetValue(eventId, out var found) && found.Event.Event.Merchant == merchant ? found.Event.Delivery : null;

    public IReadOnlyList<EventDelivery> ListUndelivered(string merchant, int maxCount) =>
        [.. _undelivered.Where(purchase => purchase.Purchase.Merchant == merchant)
            .SelectMany(purchase => purchase.Events).Where(row => row.Delivery.DeliveredAt is null)
            .OrderBy(row => row.Event.RecordedAt).ThenBy(row => row.Event.PurchaseId.Value, StringComparer.Ordinal).ThenBy(row => row.Event.Sequence)
            .Take(maxCount).Select(row => row.Delivery)];

    private void Watch(PurchaseRow purchase)
    {
        if (!_undelivered.Contains(purchase))
            _undelivered.Add(purchase);
    }

    private static EventRow? First(PurchaseRow purchase) => purchase.Events.Find(row => row.Delivery.DeliveredAt is null);

    private static DateTimeOffset? Claimable(EventDelivery? delivery) =>
        delivery?.DueAt is { } due ? (delivery.LeaseUntil is { } lease && lease > due ? lease : due) : null;
}
