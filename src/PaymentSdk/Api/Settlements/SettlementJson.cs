using System.Text.Json.Serialization;
using PaymentSdk.Api.Payments;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Settlements;

/// <summary>The settlements resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter), typeof(EasyPayConverter)])]
[JsonSerializable(typeof(MerchantSettlement))]
[JsonSerializable(typeof(ManualSettlement))]
internal sealed partial class SettlementJson : JsonSerializerContext;
