using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api.VirtualAccounts;

/// <summary>The virtual accounts resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(VirtualAccountRequest))]
internal sealed partial class VirtualAccountJson : JsonSerializerContext;
