using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>
/// The log messages of the webhook inbox (event ids 320 to 339). Messages that outsiders can cause without limit are logged at debug level, and their
/// cause is counted.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(320, LogLevel.Debug, "A request to the webhooks of '{Merchant}' was not a webhook: {Reason}")]
    public static partial void WebhookUnreadable(ILogger logger, string merchant, string reason);

    [LoggerMessage(321, LogLevel.Warning, "Order {OrderId}: a webhook ({EventType}) has a wrong secret. It is treated as unverified, and the payment is queried. A sender who knows the order id may be forging webhooks.")]
    public static partial void WrongSecret(ILogger logger, OrderId orderId, string eventType);

    [LoggerMessage(322, LogLevel.Debug, "Order {OrderId}: a webhook was handled, claim {Claim}; it makes recovery query the payment: {Due}.")]
    public static partial void WebhookHandled(ILogger logger, OrderId? orderId, string claim, bool due);

    [LoggerMessage(323, LogLevel.Warning, "Order {OrderId}: a webhook could not be handled; handling is tried again.")]
    public static partial void WebhookFailed(ILogger logger, Exception exception, OrderId? orderId);

    [LoggerMessage(324, LogLevel.Error, "Stored webhooks could not be handled; handling is tried again in {Delay}.")]
    public static partial void InboxFailed(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(325, LogLevel.Warning, "A webhook of '{Merchant}' that must be signed has no valid signature: {Result}. It was not passed to a handler. If the payment API sent it, compare Payment:SecurityKeys with the developer center, and check that the host clock is synchronized.")]
    public static partial void WrongSignature(ILogger logger, string merchant, Enum result);

    [LoggerMessage(326, LogLevel.Error, "A webhook event handler of '{Merchant}' failed; the sender is asked to send the webhook again.")]
    public static partial void WebhookHandlerFailed(ILogger logger, Exception exception, string merchant);
}
