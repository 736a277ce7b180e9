namespace PaymentSdk;

/// <summary>
/// Handles the webhooks that are not about an order: payouts, sellers, billing keys, BrandPay, cancels of asynchronous payments, and
/// events that this version does not know. Add it with <c>AddWebhookEventHandler</c>. Changes of orders are delivered to
/// <see cref="IOrderEventHandler"/> instead, after a query at the gateway has confirmed them.
/// </summary>
public interface IWebhookEventHandler
{
    /// <summary>
    /// Handles one event while its sender waits. Returning acknowledges it. Several handlers run in the order in which they were added, in
    /// one scope. When one throws, or all together take longer than 8 seconds, the answer is an error and the sender repeats the webhook, up
    /// to seven times in four days. An event can therefore arrive more than once, out of order, or not at all. The SDK does not store it. Do
    /// long work elsewhere.
    /// </summary>
    /// <param name="webhook">The event in the webhook.</param>
    /// <param name="trust">Whether the signature of the webhook was verified.</param>
    /// <param name="cancellationToken">Canceled when the 8 seconds have passed, or when the sender has closed the connection.</param>
    Task HandleAsync(WebhookEvent webhook, WebhookTrust trust, CancellationToken cancellationToken);
}
