using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.BrandPay;

/// <summary>Provides the JSON metadata of the BrandPay resource, which is generated at compile time because native AOT requires it.</summary>
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
