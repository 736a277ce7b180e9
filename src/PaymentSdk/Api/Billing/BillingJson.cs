using System.Text.Json.Serialization;
using PaymentSdk.Api.Payments;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Billing;

/// <summary>The billing resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter), typeof(EasyPayConverter)])]
[JsonSerializable(typeof(BillingIssueRequest))]
[JsonSerializable(typeof(BillingCardRequest))]
[JsonSerializable(typeof(BillingApproveRequest))]
[JsonSerializable(typeof(BillingAuthorization))]
internal sealed partial class BillingJson : JsonSerializerContext;
