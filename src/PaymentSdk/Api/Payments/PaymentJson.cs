using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payments;

/// <summary>Provides the JSON metadata of the payments resource, which is generated at compile time because native AOT requires it.</summary>
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
