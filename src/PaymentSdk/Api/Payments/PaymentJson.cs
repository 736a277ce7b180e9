using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payments;

/// <summary>Has the JSON serialization of the payments resource generated at compile time, as native AOT requires.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientTextConverter), typeof(EasyPayConverter)])]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(ConfirmBody))]
[JsonSerializable(typeof(CancelBody))]
[JsonSerializable(typeof(KeyInRequest))]
internal sealed partial class PaymentJson : JsonSerializerContext;
