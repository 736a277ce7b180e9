using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Tells that a billing key was removed (docs/spec/payment-api.md §7.1).</summary>
internal sealed class BillingNotifications(WebhookOutbox outbox, SandboxClock clock)
{
    private const string _deleted = "BILLING_DELETED";

    public void TellRemoved(BillingKey key) => outbox.Post(new Webhook(
        _deleted, WebhookBodies.Event(_deleted, new JsonObject { ["billingKey"] = key.Key, ["reason"] = null }, clock.GetUtcNow()))
    {
        Merchant = key.Merchant,
        Subject = key.Key,
        Move = outbox.NextMove(),
    });
}
