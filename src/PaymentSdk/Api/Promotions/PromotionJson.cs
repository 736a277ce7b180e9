using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Promotions;

/// <summary>The JSON context of the promotions resource.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Promotion))]
[JsonSerializable(typeof(CardPromotions))]
[JsonSerializable(typeof(BankPromotions))]
internal sealed partial class PromotionJson : JsonSerializerContext;
