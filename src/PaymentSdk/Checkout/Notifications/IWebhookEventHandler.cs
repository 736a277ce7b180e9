namespace PaymentSdk;

/// <summary>
/// Handles the webhooks that are not about an order: payouts, sellers, billing keys, BrandPay, cancels of asynchronous payments, and
/// events that this version does not know. Add it with <c>AddWebhookEventHandler</c>. What happens to orders comes to
/// <see cref="IOrderEventHandler"/> instead, after the gateway has confirmed it.
/// </summary>
public interface IWebhookEventHandler
{
    /// <summary>
    /// Takes one event while its sender waits; returning is the receipt. Several handlers run in the order they were added, in
    /// one scope. When one throws, or all together take longer than 8 seconds, the sender is asked to send it again, which it does
    /// up to seven times in four days: an event can come more than once, out of order, and in the end not at all. Nothing of
    /// it is kept. Do long work elsewhere.
    /// </summary>
    /// <param name="webhook">What it says.</param>
    /// <param name="trust">What that is worth.</param>
    /// <param name="cancellationToken">Fires when the sender's time is over.</param>
    Task HandleAsync(WebhookEvent webhook, WebhookTrust trust, CancellationToken cancellationToken);
}
