using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The type of a webhook event. New types appear without notice and are kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<WebhookEventType>)), OpenValue("event type")]
public readonly partial record struct WebhookEventType : IOpenValue<WebhookEventType>
{
    /// <summary>A payment changed its status.</summary>
    public static WebhookEventType PaymentStatusChanged { get; } = new("PAYMENT_STATUS_CHANGED");

    /// <summary>A virtual account was issued or canceled, or its deposit was made or returned. The body of this event contains no type.</summary>
    public static WebhookEventType DepositCallback { get; } = new("DEPOSIT_CALLBACK");

    /// <summary>A cancel of an asynchronous foreign payment ended.</summary>
    public static WebhookEventType CancelStatusChanged { get; } = new("CANCEL_STATUS_CHANGED");

    /// <summary>A billing key was deleted.</summary>
    public static WebhookEventType BillingDeleted { get; } = new("BILLING_DELETED");

    /// <summary>A BrandPay method was added, removed or renamed.</summary>
    public static WebhookEventType MethodUpdated { get; } = new("METHOD_UPDATED");

    /// <summary>A BrandPay customer joined, left or changed.</summary>
    public static WebhookEventType CustomerStatusChanged { get; } = new("CUSTOMER_STATUS_CHANGED");

    /// <summary>The status of a link payment changed. Link payments are closed to new merchants, so the data of this event is not read.</summary>
    public static WebhookEventType OrderPaymentStatusChanged { get; } = new("ORDER_PAYMENT_STATUS_CHANGED");

    /// <summary>A payout was completed or failed. This event is signed.</summary>
    public static WebhookEventType PayoutChanged { get; } = new("payout.changed");

    /// <summary>The review status of a seller changed. This event is signed.</summary>
    public static WebhookEventType SellerChanged { get; } = new("seller.changed");
}
