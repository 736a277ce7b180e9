using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payments;

/// <summary>The JSON context of the payments resource.</summary>
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
