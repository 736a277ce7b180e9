using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Sets up the delivery of webhooks: each change of a payment becomes a message, and the pump sends it.</summary>
internal static class DeliveryExtensions
{
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<PaymentNotifications>();
        services.AddSingleton<BillingNotifications>();
        services.AddSingleton<BrandPayNotifications>();
        services.AddSingleton<PayoutNotifications>();
        services.AddHostedService<WebhookPump>();
        services.AddHostedService<TimeWatch>();
    }

    public static void UseDelivery(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        services.GetRequiredService<PaymentStore>().Moved += services.GetRequiredService<PaymentNotifications>().Tell;
        services.GetRequiredService<BillingStore>().Removed += services.GetRequiredService<BillingNotifications>().TellRemoved;
        services.GetRequiredService<BrandPayStore>().CustomerChanged += services.GetRequiredService<BrandPayNotifications>().TellCustomer;
        services.GetRequiredService<BrandPayStore>().MethodChanged += services.GetRequiredService<BrandPayNotifications>().TellMethod;
        services.GetRequiredService<PayoutStore>().SellerChanged += services.GetRequiredService<PayoutNotifications>().TellSeller;
        services.GetRequiredService<PayoutStore>().PayoutChanged += services.GetRequiredService<PayoutNotifications>().TellPayout;
    }
}

/// <summary>Sends a webhook when a billing key was removed (docs/spec/payment-api.md §7.1).</summary>
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

/// <summary>Sends the webhooks of BrandPay customers and their payment methods (docs/spec/payment-api.md §7.1).</summary>
internal sealed class BrandPayNotifications(WebhookOutbox outbox, SandboxClock clock)
{
    public void TellCustomer(BrandPayCustomer customer, string status) => Post("CUSTOMER_STATUS_CHANGED", customer, status, new JsonObject
    {
        ["customerKey"] = customer.CustomerKey,
        ["status"] = status,
        ["changedAt"] = Korea.Time(clock.GetUtcNow()),
    });

    public void TellMethod(BrandPayCustomer customer, BrandPayMethod method, string status) => Post("METHOD_UPDATED", customer, status, new JsonObject
    {
        ["customerKey"] = customer.CustomerKey,
        ["methodKey"] = method.MethodKey,
        ["status"] = status,
    });

    private void Post(string eventType, BrandPayCustomer customer, string status, JsonObject data) =>
        outbox.Post(new Webhook(eventType, WebhookBodies.Event(eventType, data, clock.GetUtcNow()))
        {
            Merchant = customer.Merchant,
            Subject = customer.CustomerKey,
            Move = outbox.NextMove(),
            Status = status,
        });
}

/// <summary>Sends the signed webhooks of sellers and payouts (docs/spec/payment-api.md §7.1, §7.3).</summary>
internal sealed class PayoutNotifications(WebhookOutbox outbox, SandboxClock clock)
{
    /// <summary>Sends a webhook for each status of a seller, except the status that waits for the seller's consent.</summary>
    public void TellSeller(Seller seller)
    {
        if (seller.Status != Seller.ApprovalRequired)
            Post("seller.changed", "seller", SellerJson.Write(seller), seller.Merchant, seller.Id, seller.Status);
    }

    /// <summary>Sends a webhook when a payout has completed or failed, and for no earlier status.</summary>
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
