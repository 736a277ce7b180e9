using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// Writes messages in the forms of docs/spec/payment-api.md §7.1: A puts an eventType around the data, B is flat, C is an envelope around an entity.
/// </summary>
internal static class WebhookBodies
{
    /// <summary>Form A: the event type and time around the data.</summary>
    public static byte[] Event(string eventType, JsonObject data, DateTimeOffset now) => Json.Write(new JsonObject
    {
        ["eventType"] = eventType,
        ["createdAt"] = Korea.PreciseTime(now),
        ["data"] = data,
    });

    /// <summary>Form C: the event type, id and version around the entity.</summary>
    public static byte[] Entity(string eventType, string entityType, JsonObject entity, DateTimeOffset now) => Json.Write(new JsonObject
    {
        ["eventType"] = eventType,
        ["createdAt"] = Korea.Time(now),
        ["version"] = "2022-11-16",
        ["eventId"] = Identifiers.EventId(),
        ["entityType"] = entityType,
        ["entityBody"] = entity,
    });

    /// <summary>Form B, which only this message has: a virtual account, identified by its order id and secret.</summary>
    public static byte[] DepositCallback(Payment payment, DateTimeOffset now) => Json.Write(new JsonObject
    {
        ["createdAt"] = Korea.PreciseTime(now),
        ["secret"] = payment.Secret,
        ["status"] = payment.Status,
        ["transactionKey"] = payment.LastTransactionKey,
        ["orderId"] = payment.Session.OrderId,
    });
}
