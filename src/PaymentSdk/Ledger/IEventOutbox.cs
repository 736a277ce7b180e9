namespace PaymentSdk.Ledger;

/// <summary>The part of the ledger port that events are delivered from: at least once, in order per purchase.</summary>
public interface IEventOutbox
{
    /// <summary>
    /// Takes over up to <paramref name="maxCount"/> events that are due and that no process holds, oldest first, and of each
    /// purchase only the first one that is neither delivered nor skipped: raises the fencing token and sets the lease.
    /// </summary>
    ValueTask<IReadOnlyList<EventDelivery>> ClaimEventsAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Writes how a delivery ended: <see cref="EventDelivery.DeliveredAt"/>, <see cref="EventDelivery.DueAt"/>,
    /// <see cref="EventDelivery.FailureCount"/>, <see cref="EventDelivery.Error"/> and <see cref="EventDelivery.SkippedBy"/> are
    /// stored, and the lease ends.
    /// </summary>
    /// <returns>False when the fencing token had moved on; nothing was written.</returns>
    ValueTask<bool> RecordDeliveryAsync(EventDelivery delivery, CancellationToken cancellationToken);

    /// <summary>The delivery of this event; null when unknown.</summary>
    ValueTask<EventDelivery?> FindEventAsync(string merchant, Guid eventId, CancellationToken cancellationToken);

    /// <summary>Events that are neither delivered nor skipped, oldest first.</summary>
    ValueTask<IReadOnlyList<EventDelivery>> ListUndeliveredAsync(string merchant, int maxCount, CancellationToken cancellationToken);
}
