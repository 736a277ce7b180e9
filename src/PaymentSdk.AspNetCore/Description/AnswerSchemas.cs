using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Description;

// The schemas of the JSON in the host's OpenAPI document (docs/spec/http.md §2). The types are read only for their schema. The answers have their
// own types, whose null members are left out, and a test compares the two. The names appear in the document next to the shop's own types, so each
// begins with Payment.

[Description("What a page needs to load the script and to open the payment window.")]
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal abstract class PaymentWidget
{
    [JsonRequired, JsonPropertyName("clientKey"), Description("The client key of the payment window.")]
    public abstract string ClientKey { get; set; }

    [JsonRequired, JsonPropertyName("scriptUrl"), Description("The address of the gateway's script.")]
    public abstract string ScriptUrl { get; set; }

    [JsonRequired, JsonPropertyName("successUrl"), Description("The address to which the window sends the buyer after authentication; pass it to the window unchanged.")]
    public abstract string SuccessUrl { get; set; }

    [JsonRequired, JsonPropertyName("failUrl"), Description("The address to which the window sends the buyer after a failure; {orderId} is replaced by the order id.")]
    public abstract string FailUrl { get; set; }

    [JsonRequired, JsonPropertyName("testMode"), Description("Whether test keys are in use, so that no money moves.")]
    public abstract bool TestMode { get; set; }
}

[Description("An amount in units of its currency.")]
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal abstract class PaymentAmount
{
    [JsonRequired, JsonPropertyName("currency"), Description("The currency code, e.g. KRW.")]
    public abstract string Currency { get; set; }

    [JsonRequired, JsonPropertyName("value"), Description("The amount, e.g. 15000 or 10.50.")]
    public abstract decimal Value { get; set; }
}

[Description("An order as its page may read it. A member that does not apply is left out.")]
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal abstract class PaymentOrderAnswer
{
    [JsonRequired, JsonPropertyName("orderId"), Description("The id of this attempt at the gateway.")]
    public abstract string OrderId { get; set; }

    [JsonRequired, JsonPropertyName("purchaseId"), Description("The shop's purchase, which all attempts share.")]
    public abstract string PurchaseId { get; set; }

    [JsonRequired, JsonPropertyName("status")]
    public abstract PaymentStatusWord Status { get; set; }

    [JsonRequired, JsonPropertyName("orderName"), Description("What the buyer pays for.")]
    public abstract string OrderName { get; set; }

    [JsonPropertyName("orderNumber"), Description("The shop's own number of the order, as its staff and buyers see it; left out when the shop gave none.")]
    public abstract string OrderNumber { get; set; }

    [JsonRequired, JsonPropertyName("amount")]
    public abstract PaymentAmount Amount { get; set; }

    [JsonPropertyName("method"), Description("The payment method in the gateway's words, once it is known.")]
    public abstract string Method { get; set; }

    [JsonPropertyName("approvedAt"), Description("The time at which the payment was approved, in Korean time.")]
    public abstract DateTimeOffset ApprovedAt { get; set; }

    [JsonPropertyName("balance"), Description("The amount that is left after refunds, in units of the currency. Left out when the gateway took another currency.")]
    public abstract decimal Balance { get; set; }

    [JsonPropertyName("receiptUrl"), Description("The address of the receipt.")]
    public abstract string ReceiptUrl { get; set; }

    [JsonPropertyName("depositAccount")]
    public abstract PaymentDepositAccount DepositAccount { get; set; }

    [JsonPropertyName("failure")]
    public abstract PaymentFailure Failure { get; set; }

    [JsonRequired, JsonPropertyName("canOpenAgain"), Description("Whether the endpoint attempts returns a new order id for the same purchase.")]
    public abstract bool CanOpenAgain { get; set; }

    [JsonPropertyName("next"), Description("What the page does next: open-again.")]
    public abstract string Next { get; set; }

    [JsonRequired, JsonPropertyName("testMode"), Description("Whether test keys were in use, so that no money moved.")]
    public abstract bool TestMode { get; set; }
}

[Description("A new order id with everything that the page needs to open the window.")]
internal abstract class PaymentAttemptAnswer
{
    [JsonRequired, JsonPropertyName("purchaseId"), Description("The purchase, the same as before.")]
    public abstract string PurchaseId { get; set; }

    [JsonRequired, JsonPropertyName("orderId"), Description("The new order id.")]
    public abstract string OrderId { get; set; }

    [JsonRequired, JsonPropertyName("orderName"), Description("What the buyer pays for.")]
    public abstract string OrderName { get; set; }

    [JsonPropertyName("orderNumber"), Description("The shop's own number of the order, as its staff and buyers see it; left out when the shop gave none.")]
    public abstract string OrderNumber { get; set; }

    [JsonRequired, JsonPropertyName("amount")]
    public abstract PaymentAmount Amount { get; set; }

    [JsonPropertyName("customerKey"), Description("The customer key of the buyer; omitted for an anonymous buyer.")]
    public abstract string CustomerKey { get; set; }
}

[Description("The account into which the buyer deposits; only while a deposit is awaited.")]
internal abstract class PaymentDepositAccount
{
    [JsonRequired, JsonPropertyName("bankCode"), Description("The two-digit code of the bank.")]
    public abstract string BankCode { get; set; }

    [JsonPropertyName("bankName"), Description("The name of the bank, where this version knows it.")]
    public abstract PaymentBuyerText BankName { get; set; }

    [JsonRequired, JsonPropertyName("accountNumber"), Description("The number of the account.")]
    public abstract string AccountNumber { get; set; }

    [JsonPropertyName("dueDate"), Description("The time until which the deposit is accepted, in Korean time.")]
    public abstract DateTimeOffset DueDate { get; set; }
}

[Description("Why the payment was refused. Present only while the order is declined.")]
internal abstract class PaymentFailure
{
    [JsonRequired, JsonPropertyName("code"), Description("The error code of the gateway.")]
    public abstract string Code { get; set; }

    [JsonRequired, JsonPropertyName("buyerText")]
    public abstract PaymentBuyerText BuyerText { get; set; }
}

[Description("A sentence for the buyer, by language.")]
internal abstract class PaymentBuyerText
{
    [JsonRequired, JsonPropertyName("ko"), Description("In Korean.")]
    public abstract string Ko { get; set; }

    [JsonRequired, JsonPropertyName("en"), Description("In English.")]
    public abstract string En { get; set; }
}

[Description("The state of an order: open (not paid yet), checking (not known yet: ask again, open no other payment), paid, awaitingDeposit, declined and expired (not charged), partlyCanceled, canceled, attention (an operator looks into it: open no other payment).")]
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStatusWord>))]
internal enum PaymentStatusWord
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("checking")]
    Checking,

    [JsonStringEnumMemberName("paid")]
    Paid,

    [JsonStringEnumMemberName("awaitingDeposit")]
    AwaitingDeposit,

    [JsonStringEnumMemberName("declined")]
    Declined,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("partlyCanceled")]
    PartlyCanceled,

    [JsonStringEnumMemberName("canceled")]
    Canceled,

    [JsonStringEnumMemberName("attention")]
    Attention,
}

/// <summary>The schemas for a host whose own JSON options know only the types they name, for example a host that is compiled ahead of time.</summary>
[JsonSerializable(typeof(PaymentWidget))]
[JsonSerializable(typeof(PaymentOrderAnswer))]
[JsonSerializable(typeof(PaymentAttemptAnswer))]
[JsonSerializable(typeof(PaymentConfirmRequest))]
[JsonSerializable(typeof(PaymentProblem))]
[JsonSerializable(typeof(PaymentOriginProblem))]
[JsonSerializable(typeof(PaymentDeclinedProblem))]
[JsonSerializable(typeof(PaymentConflictProblem))]
[JsonSerializable(typeof(PaymentUnavailableProblem))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class DescriptionJson : JsonSerializerContext
{
    private static readonly DescriptionJson Schemas = new(new JsonSerializerOptions());

    /// <summary>Adds the schemas after every resolver of the host, so they decide nothing about the shop's own types.</summary>
    public static void Add(IServiceCollection services) =>
        services.PostConfigure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolverChain.Add(Schemas));
}
