using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Decides which changes of a payment are sent to the shop as webhooks, and in which form (docs/spec/payment-api.md §7.1).</summary>
internal sealed class PaymentNotifications(WebhookOutbox outbox, WebhookTargets targets, SandboxClock clock)
{
    private const string _cancelChanged = "CANCEL_STATUS_CHANGED";

    /// <summary>Sends the webhooks of one change. It is called for every change, one at a time.</summary>
    public void Tell(Payment before, Payment after)
    {
        TellCancels(before, after);
        var moved = before.Status != after.Status || before.LastTransactionKey != after.LastTransactionKey;
        if (!moved || !IsTold(after) || targets.Of(after.Session.Merchant) is null)
            return;
        var move = outbox.NextMove();
        var now = clock.GetUtcNow();
        if (after.VirtualAccount is not null)
            outbox.Post(Webhook("DEPOSIT_CALLBACK", WebhookBodies.DepositCallback(after, now), after, move));
        var payment = PaymentJson.Write(after, new Words(english: false), now);
        outbox.Post(Webhook("PAYMENT_STATUS_CHANGED", WebhookBodies.Event("PAYMENT_STATUS_CHANGED", payment, now), after, move));
    }

    /// <summary>Sends a webhook for each cancel that the foreign wallet has decided with this change.</summary>
    private void TellCancels(Payment before, Payment after)
    {
        foreach (var cancel in after.Cancels.Where(cancel => cancel.Status != Cancellation.InProgress))
        {
            if (!before.Cancels.Exists(earlier => earlier.TransactionKey == cancel.TransactionKey && earlier.Status == Cancellation.InProgress))
                continue;
            var body = WebhookBodies.Event(_cancelChanged, MethodJson.Cancel(cancel), clock.GetUtcNow());
            outbox.Post(Webhook(_cancelChanged, body, after, outbox.NextMove()) with { Status = cancel.Status });
        }
    }

    // No webhook is sent for a charge by billing key or card number, or for READY and IN_PROGRESS. One is sent for WAITING_FOR_DEPOSIT, although it
    // is not known whether the real service sends it.
    private static bool IsTold(Payment payment) =>
        payment is { Session: { Type: not PaymentType.Billing, IsKeyIn: false }, Status: not (PaymentStatus.Ready or PaymentStatus.InProgress) };

    private static Webhook Webhook(string eventType, byte[] body, Payment payment, long move) => new(eventType, body)
    {
        Merchant = payment.Session.Merchant,
        Subject = payment.PaymentKey,
        Move = move,
        Status = payment.Status,
        OrderId = payment.Session.OrderId,
    };
}
