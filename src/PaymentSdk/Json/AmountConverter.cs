using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Json;

/// <summary>Writes an amount as a number in its shortest form; reads it from a number or a quoted one.</summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Number)
            return reader.GetDecimal();
        return decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(WireAmount.Shortest(value));
}
