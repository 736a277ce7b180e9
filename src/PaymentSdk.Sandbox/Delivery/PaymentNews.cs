using PaymentSdk.Sandbox.Api;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Which moves of a payment the shop is told of, and how (payment-api.md §7.1).</summary>
internal sealed class PaymentNews(WebhookOutbox outbox, WebhookTargets targets, SandboxClock clock)
{
    private long _moves;

    /// <summary>Called with every move, one after the other.</summary>
    public void Tell(Payment before, Payment after)
    {
        var moved = before.Status != after.Status || before.LastTransactionKey != after.LastTransactionKey;
        if (!moved || !IsTold(after.Status) || targets.Of(after.Session.Merchant) is null)
            return;
        _moves++;
        var now = clock.GetUtcNow();
        if (after.VirtualAccount is not null)
            outbox.Post(Webhook("DEPOSIT_CALLBACK", WebhookBodies.DepositCallback(after, now), after));
        var payment = PaymentJson.Write(after, new Words(english: false), now);
        outbox.Post(Webhook("PAYMENT_STATUS_CHANGED", WebhookBodies.Event("PAYMENT_STATUS_CHANGED", payment, now), after));
    }

    // READY and IN_PROGRESS are never told. WAITING_FOR_DEPOSIT is: whether the real service does is not known.
    private static bool IsTold(string status) => status is not (PaymentStatus.Ready or PaymentStatus.InProgress);

    private Webhook Webhook(string eventType, byte[] body, Payment payment) => new(eventType, body)
    {
        Merchant = payment.Session.Merchant,
        Subject = payment.PaymentKey,
        Move = _moves,
        Status = payment.Status,
        OrderId = payment.Session.OrderId,
    };
}
