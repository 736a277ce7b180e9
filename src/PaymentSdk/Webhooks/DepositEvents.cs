using PaymentSdk.Api;

namespace PaymentSdk.Webhooks;

/// <summary>Form B, flat and without a type: <c>{createdAt, secret, status, transactionKey, orderId}</c>.</summary>
internal static class DepositEvents
{
    public static DepositCallbackEvent Read(WebhookHead head) => new(head)
    {
        OrderId = WebhookMembers.Required<OrderId>(head.Raw, "orderId"),
        Status = WebhookMembers.Required<PaymentStatus>(head.Raw, "status"),
        Secret = WebhookMembers.Text(head.Raw, "secret"),
        TransactionKey = WebhookMembers.Text(head.Raw, "transactionKey"),
    };
}
