using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Promotions;

/// <summary>Has the JSON serialization of the promotions resource generated at compile time, as native AOT requires.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Promotion))]
[JsonSerializable(typeof(CardPromotions))]
[JsonSerializable(typeof(BankPromotions))]
internal sealed partial class PromotionJson : JsonSerializerContext;
