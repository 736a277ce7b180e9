using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Promotions;

/// <summary>Provides the JSON metadata of the promotions resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Promotion))]
[JsonSerializable(typeof(CardPromotions))]
[JsonSerializable(typeof(BankPromotions))]
internal sealed partial class PromotionJson : JsonSerializerContext;
