using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Tells of BrandPay customers and their methods (docs/spec/payment-api.md §7.1).</summary>
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
