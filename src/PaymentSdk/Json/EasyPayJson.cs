using System.Text.Json.Serialization;

namespace PaymentSdk.Json;

/// <summary>The object form of <c>easyPay</c>; apart, so that its converter does not call itself.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(EasyPay))]
internal sealed partial class EasyPayJson : JsonSerializerContext;
