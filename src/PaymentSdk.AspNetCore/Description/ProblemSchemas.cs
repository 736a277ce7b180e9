using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PaymentSdk.AspNetCore.Description;

// The problem documents (docs/spec/http.md §3), by the members that they have in addition to those of RFC 9457.

[Description("A refusal: problem details of RFC 9457.")]
internal abstract class PaymentProblem
{
    [JsonRequired, JsonPropertyName("type")]
    public abstract PaymentProblemType Type { get; set; }

    [JsonRequired, JsonPropertyName("title"), Description("What happened, for a developer.")]
    public abstract string Title { get; set; }

    [JsonRequired, JsonPropertyName("status"), JsonNumberHandling(JsonNumberHandling.Strict), Description("The HTTP status.")]
    public abstract int Status { get; set; }

    [JsonPropertyName("detail"), Description("What to do next, for a developer; never a text for the buyer, except in payment-declined.")]
    public abstract string Detail { get; set; }
}

[Description("The refusal of an origin. In Development it says which registered origin is nearest and what differs.")]
internal abstract class PaymentOriginProblem : PaymentProblem
{
    [JsonPropertyName("origin"), Description("The origin of the request. In Development only.")]
    public abstract string Origin { get; set; }

    [JsonPropertyName("nearest"), Description("The most similar registered origin, if any. In Development only.")]
    public abstract string? Nearest { get; set; }

    [JsonPropertyName("differs"), Description("The parts in which they differ. In Development only.")]
    public abstract IReadOnlyList<string> Differs { get; set; }

    [JsonPropertyName("hint"), Description("The advice on what to change. In Development only.")]
    public abstract string Hint { get; set; }
}

[Description("The buyer's bank or wallet refused; nothing was charged.")]
internal abstract class PaymentDeclinedProblem : PaymentProblem
{
    [JsonRequired, JsonPropertyName("code"), Description("The error code of the gateway.")]
    public abstract string Code { get; set; }

    [JsonRequired, JsonPropertyName("orderId"), Description("The order that was refused.")]
    public abstract string OrderId { get; set; }

    [JsonRequired, JsonPropertyName("buyerText")]
    public abstract PaymentBuyerText BuyerText { get; set; }

    [JsonRequired, JsonPropertyName("next"), Description("What the page does next: open-again.")]
    public abstract string Next { get; set; }
}

[Description("The order does not take this payment; nothing was sent.")]
internal abstract class PaymentConflictProblem : PaymentProblem
{
    [JsonRequired, JsonPropertyName("orderId"), Description("For amount-mismatch: the order itself. For order-not-open: the order whose payment is live.")]
    public abstract string OrderId { get; set; }

    [JsonPropertyName("orderStatus"), Description("For order-not-open: the state of that order.")]
    public abstract PaymentStatusWord OrderStatus { get; set; }
}

[Description("Not available right now; ask again after the number of seconds in Retry-After, if the answer has that header.")]
internal abstract class PaymentUnavailableProblem : PaymentProblem
{
    [JsonPropertyName("next"), Description("For order-unavailable: ask-again, with the same order id and payment key, and never with a new attempt.")]
    public abstract string Next { get; set; }
}

[Description("The kind of refusal.")]
[JsonConverter(typeof(JsonStringEnumConverter<PaymentProblemType>))]
internal enum PaymentProblemType
{
    [JsonStringEnumMemberName("urn:paymentsdk:problem:malformed-request")]
    MalformedRequest,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:payment-declined")]
    PaymentDeclined,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:origin-missing")]
    OriginMissing,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:origin-ambiguous")]
    OriginAmbiguous,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:origin-null")]
    OriginNull,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:origin-not-registered")]
    OriginNotRegistered,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:request-mode-not-allowed")]
    RequestModeNotAllowed,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:order-not-found")]
    OrderNotFound,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:amount-mismatch")]
    AmountMismatch,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:order-not-open")]
    OrderNotOpen,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:body-too-large")]
    BodyTooLarge,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:unsupported-media-type")]
    UnsupportedMediaType,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:payment-unavailable")]
    PaymentUnavailable,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:order-unavailable")]
    OrderUnavailable,

    [JsonStringEnumMemberName("urn:paymentsdk:problem:public-address-unusable")]
    PublicAddressUnusable,
}
