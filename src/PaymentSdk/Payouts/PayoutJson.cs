using System.Text.Json.Serialization;
using PaymentSdk.Json;

namespace PaymentSdk.Payouts;

/// <summary>The payouts resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientDateConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Payout))]
[JsonSerializable(typeof(Seller))]
internal sealed partial class PayoutJson : JsonSerializerContext;
