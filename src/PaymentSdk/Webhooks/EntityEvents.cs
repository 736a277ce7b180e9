using System.Text.Json;
using PaymentSdk.Api.Payouts;

namespace PaymentSdk.Webhooks;

/// <summary>Form C: <c>{eventType, createdAt, version, eventId, entityType, entityBody}</c>.</summary>
internal static class EntityEvents
{
    public static WebhookEvent Read(WebhookHead head, JsonElement entity)
    {
        var id = WebhookMembers.Text(head.Raw, "eventId");
        var version = WebhookMembers.Text(head.Raw, "version");
        if (head.Type == WebhookEventType.PayoutChanged)
            return new PayoutChangedEvent(head) { Payout = PayoutReader.Payout(entity), EventId = id, Version = version };
        if (head.Type == WebhookEventType.SellerChanged)
            return new SellerChangedEvent(head) { Seller = PayoutReader.Seller(entity), EventId = id, Version = version };
        return new UnknownWebhookEvent(head) { EventId = id };
    }
}
