namespace PaymentSdk;

/// <summary>
/// Notifies operators that an order needs one: by mail, chat or pager. Add it with <c>AddNeedsAttentionHandler</c>. It is called
/// for <see cref="OrderEventType.NeedsAttention"/> alone, after the <see cref="IOrderEventHandler"/>s of the event and with
/// the same promise: at least once, tried again until it succeeds.
/// </summary>
public interface INeedsAttentionHandler
{
    /// <summary>Notifies an operator. The same scope, time limit and retries as <see cref="IOrderEventHandler.HandleAsync"/>.</summary>
    /// <param name="happened">Which order of which purchase.</param>
    /// <param name="cancellationToken">Fires after 60 seconds or when the host's shutdown time is over.</param>
    Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken);
}
