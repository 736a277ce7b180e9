using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>The object form of <c>easyPay</c>; apart, so that its converter does not call itself.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(EasyPay))]
internal sealed partial class EasyPayJson : JsonSerializerContext;
