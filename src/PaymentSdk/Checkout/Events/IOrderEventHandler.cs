namespace PaymentSdk;

/// <summary>
/// Hears what became of the shop's orders: add it with <c>AddOrderEventHandler</c>. Each event comes at least once and the
/// events of a purchase come in order; the next one waits until every handler has taken this one. An event that came before
/// has the same <see cref="OrderEvent.EventId"/>: remember it, or make handling it twice harmless.
/// </summary>
public interface IOrderEventHandler
{
    /// <summary>
    /// Takes one event; returning is the receipt. It runs in a scope of its own, which the other handlers of the event share.
    /// When it throws, all handlers get the event again after 1, 5 and 30 seconds, 2 and 10 minutes, and then hourly; only
    /// the purchase of the event waits meanwhile.
    /// </summary>
    /// <param name="happened">What happened, to which order. The order itself: <see cref="ICheckout.FindAsync"/>.</param>
    /// <param name="cancellationToken">
    /// Fires after 60 seconds, the time that all handlers of an event have together, or when the host's shutdown time is over.
    /// Pass it on: a handler that goes on regardless is taken for failed.
    /// </param>
    Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken);
}
