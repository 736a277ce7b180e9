using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.BrandPay;

/// <summary>The JSON context of the BrandPay resource.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(BrandPayTerms))]
[JsonSerializable(typeof(BrandPayAgreement))]
[JsonSerializable(typeof(BrandPayResult))]
[JsonSerializable(typeof(BrandPayTokenBody))]
[JsonSerializable(typeof(BrandPayToken))]
[JsonSerializable(typeof(BrandPayMethods))]
[JsonSerializable(typeof(BrandPayCard))]
[JsonSerializable(typeof(BrandPayAccount))]
[JsonSerializable(typeof(BrandPayMethodBody))]
[JsonSerializable(typeof(BrandPayConfirmRequest))]
[JsonSerializable(typeof(BrandPayPaymentRequest))]
[JsonSerializable(typeof(BrandPayCustomer))]
internal sealed partial class BrandPayJson : JsonSerializerContext;
