using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>Reads <c>easyPay</c>, which old versions of the API send as a string with the provider's name (docs/spec/payment-api.md §1.4).</summary>
internal sealed class EasyPayConverter : JsonConverter<EasyPay>, IHasObjectForm
{
    public JsonTypeInfo ObjectForm => EasyPayJson.Default.EasyPay;

    public override EasyPay? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? new EasyPay { Provider = reader.GetString() }
            : JsonSerializer.Deserialize(ref reader, EasyPayJson.Default.EasyPay);

    public override void Write(Utf8JsonWriter writer, EasyPay value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, EasyPayJson.Default.EasyPay);
}

/// <summary>
/// Provides the JSON metadata of the object form of <c>easyPay</c>, which is generated at compile time. It is separate from the metadata of the
/// payments resource, so that the converter does not call itself.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(EasyPay))]
internal sealed partial class EasyPayJson : JsonSerializerContext;
