using System.Text.Json;
using PaymentSdk.Api;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Webhooks;

/// <summary>Reads webhooks of form A: <c>{eventType, createdAt, data}</c>.</summary>
internal static class DataEvents
{
    /// <param name="head">The part that every webhook has.</param>
    /// <param name="data">
    /// The member <c>data</c>; null when it is missing or not an object. An unknown type may have any data; a known type needs an object.
    /// </param>
    public static WebhookEvent Read(WebhookHead head, JsonElement? data)
    {
        if (head.Type == WebhookEventType.PaymentStatusChanged)
            return new PaymentStatusChangedEvent(head) { Payment = PaymentReader.Read(Required(data)) };
        if (head.Type == WebhookEventType.CancelStatusChanged)
            return new CancelStatusChangedEvent(head) { Cancel = PaymentReader.ReadCancel(Required(data)) };
        if (head.Type == WebhookEventType.BillingDeleted)
            return BillingDeleted(head, Required(data));
        if (head.Type == WebhookEventType.MethodUpdated)
            return MethodUpdated(head, Required(data));
        if (head.Type == WebhookEventType.CustomerStatusChanged)
            return CustomerChanged(head, Required(data));
        return new UnknownWebhookEvent(head);
    }

    private static BillingDeletedEvent BillingDeleted(WebhookHead head, JsonElement data) => new(head)
    {
        BillingKey = WebhookMembers.RequiredText(data, "billingKey"),
        Reason = WebhookMembers.Text(data, "reason"),
    };

    private static BrandPayMethodUpdatedEvent MethodUpdated(WebhookHead head, JsonElement data) => new(head)
    {
        CustomerKey = WebhookMembers.Text(data, "customerKey"),
        MethodKey = WebhookMembers.RequiredText(data, "methodKey"),
        Status = WebhookMembers.Required<BrandPayMethodStatus>(data, "status"),
    };

    private static BrandPayCustomerChangedEvent CustomerChanged(WebhookHead head, JsonElement data) => new(head)
    {
        CustomerKey = WebhookMembers.RequiredText(data, "customerKey"),
        Status = WebhookMembers.Required<BrandPayCustomerStatus>(data, "status"),
        ChangedAt = LenientDateConverter.Parse(WebhookMembers.Text(data, "changedAt")),
    };

    private static JsonElement Required(JsonElement? data) => data ?? throw new UnreadableAnswerException("it has no data");
}
