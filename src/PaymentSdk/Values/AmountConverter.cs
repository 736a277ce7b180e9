using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

/// <summary>
/// Writes an amount as a number in its shortest form, and reads it from a number or a quoted number. A number that cannot be an amount, and that
/// the ledger could not store, is unreadable.
/// </summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out var number) ? number : (decimal?)null,
            JsonTokenType.String => decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) ? quoted : null,
            _ => null,
        };
        return read is { } amount && WireAmount.IsPossible(amount) ? amount : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(WireAmount.Shortest(value));
}
