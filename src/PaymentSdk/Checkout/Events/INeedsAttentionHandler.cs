namespace PaymentSdk;

/// <summary>
/// Notifies operators that an order needs attention, for example by mail, chat or pager. Add it with <c>AddNeedsAttentionHandler</c>.
/// It is called only for <see cref="OrderEventType.NeedsAttention"/>, after the <see cref="IOrderEventHandler"/>s of the event.
/// Delivery is at least once: a failed call is retried until it succeeds.
/// </summary>
public interface INeedsAttentionHandler
{
    /// <summary>Notifies an operator. Scope, time limit and retries are those of <see cref="IOrderEventHandler.HandleAsync"/>.</summary>
    /// <param name="happened">The event, with the ids of the order and its purchase.</param>
    /// <param name="cancellationToken">Canceled after 60 seconds, or when the host's shutdown timeout has expired.</param>
    Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken);
}
