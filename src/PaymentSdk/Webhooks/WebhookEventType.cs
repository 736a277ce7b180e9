using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>What a webhook tells of. New events appear without notice and are kept as they came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<WebhookEventType>)), OpenValue("event type")]
public readonly partial record struct WebhookEventType : IOpenValue<WebhookEventType>
{
    /// <summary>A payment changed its status.</summary>
    public static WebhookEventType PaymentStatusChanged { get; } = new("PAYMENT_STATUS_CHANGED");

    /// <summary>A virtual account was issued, paid, reversed or cancelled. On the wire this event names no type.</summary>
    public static WebhookEventType DepositCallback { get; } = new("DEPOSIT_CALLBACK");

    /// <summary>A cancel of an asynchronous foreign payment ended.</summary>
    public static WebhookEventType CancelStatusChanged { get; } = new("CANCEL_STATUS_CHANGED");

    /// <summary>A billing key was deleted.</summary>
    public static WebhookEventType BillingDeleted { get; } = new("BILLING_DELETED");

    /// <summary>A BrandPay method was added, removed or renamed.</summary>
    public static WebhookEventType MethodUpdated { get; } = new("METHOD_UPDATED");

    /// <summary>A BrandPay customer joined, left or changed.</summary>
    public static WebhookEventType CustomerStatusChanged { get; } = new("CUSTOMER_STATUS_CHANGED");

    /// <summary>A link payment changed; closed to new merchants, so it is not read further.</summary>
    public static WebhookEventType OrderPaymentStatusChanged { get; } = new("ORDER_PAYMENT_STATUS_CHANGED");

    /// <summary>A payout ended. Signed.</summary>
    public static WebhookEventType PayoutChanged { get; } = new("payout.changed");

    /// <summary>A seller moved in its review. Signed.</summary>
    public static WebhookEventType SellerChanged { get; } = new("seller.changed");
}
