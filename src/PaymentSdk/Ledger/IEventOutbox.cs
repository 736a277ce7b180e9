namespace PaymentSdk.Ledger;

/// <summary>
/// The part of the ledger port that stores events until they are delivered. Each event is delivered at least once, and the events of a purchase are
/// delivered in order.
/// </summary>
public interface IEventOutbox
{
    /// <summary>
    /// Claims up to <paramref name="maxCount"/> events that are due and that no process holds, oldest first. For each purchase, only the first event
    /// that is neither delivered nor skipped is claimed. A claim increments the fencing token and sets the lease.
    /// </summary>
    ValueTask<IReadOnlyList<EventDelivery>> ClaimEventsAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Records the result of a delivery. Stores <see cref="EventDelivery.DeliveredAt"/>, <see cref="EventDelivery.DueAt"/>,
    /// <see cref="EventDelivery.FailureCount"/>, <see cref="EventDelivery.Error"/> and <see cref="EventDelivery.SkippedBy"/>, and ends the lease.
    /// </summary>
    /// <returns>True when the result was written; false when the fencing token has changed, in which case nothing was written.</returns>
    ValueTask<bool> RecordDeliveryAsync(EventDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Returns an event with the status of its delivery, or null when the event is unknown.</summary>
    ValueTask<EventDelivery?> FindEventAsync(string merchant, Guid eventId, CancellationToken cancellationToken);

    /// <summary>Lists the events that are neither delivered nor skipped, oldest first.</summary>
    ValueTask<IReadOnlyList<EventDelivery>> ListUndeliveredAsync(string merchant, int maxCount, CancellationToken cancellationToken);
}
