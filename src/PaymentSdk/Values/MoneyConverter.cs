using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

/// <summary>
/// Reads and writes an amount in the form of the v2 paths, <c>{currency,value}</c>. The amount may be written with or without decimals
/// (docs/spec/payment-api.md §4).
/// </summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var amount = document.RootElement;
        if (amount.ValueKind is not JsonValueKind.Object || !amount.TryGetProperty("value", out var value) || !TryRead(value, out var number))
            throw new JsonException();
        var currency = Currency.From(amount.TryGetProperty("currency", out var code) && code.ValueKind is JsonValueKind.String ? code.GetString() : null);
        if (decimal.Round(number, currency.Decimals) != number)
            throw new JsonException();
        return new Money(number, currency);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("currency", value.Currency.Value);
        writer.WriteNumber("value", value.Value);
        writer.WriteEndObject();
    }

    private static bool TryRead(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }
}
