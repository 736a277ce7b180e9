using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

/// <summary>Writes a moment as Korean time without an offset, which is how requests name a due date (docs/spec/payment-api.md §4).</summary>
internal sealed class KoreanMomentConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly LenientDateConverter Lenient = new();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Lenient.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
            writer.WriteStringValue(KoreanTime.Text(moment));
        else
            writer.WriteNullValue();
    }
}
