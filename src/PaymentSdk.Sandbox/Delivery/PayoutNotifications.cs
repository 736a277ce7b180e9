using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Sends the signed webhooks of sellers and payouts (docs/spec/payment-api.md §7.1, §7.3).</summary>
internal sealed class PayoutNotifications(WebhookOutbox outbox, SandboxClock clock)
{
    /// <summary>Sends each status of a seller, except the one that waits for their consent.</summary>
    public void TellSeller(Seller seller)
    {
        if (seller.Status != Seller.ApprovalRequired)
            Post("seller.changed", "seller", SellerJson.Write(seller), seller.Merchant, seller.Id, seller.Status);
    }

    /// <summary>Sends how a payout ended, and no step before.</summary>
    public void TellPayout(Payout payout)
    {
        if (payout.Status is Payout.Completed or Payout.Failed)
            Post("payout.changed", "payout", PayoutJson.Write(payout, new Words(english: false)), payout.Merchant, payout.Id, payout.Status);
    }

    private void Post(string eventType, string entityType, JsonObject entity, Merchant merchant, string id, string status) =>
        outbox.Post(new Webhook(eventType, WebhookBodies.Entity(eventType, entityType, entity, clock.GetUtcNow()))
        {
            Merchant = merchant,
            Subject = id,
            Move = outbox.NextMove(),
            Status = status,
            Signed = true,
        });
}
