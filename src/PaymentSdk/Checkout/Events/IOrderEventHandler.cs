namespace PaymentSdk;

/// <summary>
/// Receives the events of the shop's orders. Add it with <c>AddOrderEventHandler</c>. Each event is delivered at least once. The events of one
/// purchase are delivered one after another: the next event waits until every handler has handled the one before it. A repeated event has the same
/// <see cref="OrderEvent.EventId"/>. Store the ids to recognize a repeated event, or make the handler idempotent.
/// </summary>
public interface IOrderEventHandler
{
    /// <summary>
    /// Handles one event. Returning acknowledges it. All handlers of the event share one scope. If a handler throws, all handlers receive the event
    /// again after 1, 5 and 30 seconds, 2 and 10 minutes, and then hourly. In the meantime, only the events of the same purchase wait.
    /// </summary>
    /// <param name="happened">The event, with the id of its order. Read the order itself with <see cref="ICheckout.FindAsync"/>.</param>
    /// <param name="cancellationToken">
    /// Canceled after 60 seconds, which is the time that all handlers of an event have together, or when the host's shutdown timeout has expired.
    /// Pass it on: a handler that ignores it counts as failed.
    /// </param>
    Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken);
}
