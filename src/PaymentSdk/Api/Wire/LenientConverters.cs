using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Reads a text. A number or a boolean in place of a text is kept as it is written, so that it does not make the whole answer unreadable.
/// </summary>
internal sealed class LenientTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return reader.GetString();
        using var element = JsonDocument.ParseValue(ref reader);
        return element.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

/// <summary>
/// Reads every date form of the API (docs/spec/payment-api.md §4). A date without an offset is Korean time, a fixed +09:00. A text that is not a
/// date, or whose year no payment can have, is read as absent, so that an odd date does not make the answer about an approved payment unreadable.
/// </summary>
internal sealed class LenientDateConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:sszzz"];

    private static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd", "yyyyMMdd", "yyyyMMddHHmmss",
    ];

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return Parse(reader.GetString());
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
            writer.WriteStringValue(date);
        else
            writer.WriteNullValue();
    }

    public static DateTimeOffset? Parse(string? text)
    {
        text = text?.Trim();
        if (DateTime.TryParseExact(text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return IsPossible(local) ? new DateTimeOffset(local, KoreanTime.Offset) : null;
        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && IsPossible(instant.DateTime)
            ? instant
            : null;
    }

    // Near the ends of the calendar, a change of offset or one more day would give a date that does not exist.
    private static bool IsPossible(DateTime date) => date.Year is >= 1970 and <= 2999;
}

/// <summary>Writes a time as Korean time without an offset, which is the form of due dates in requests (docs/spec/payment-api.md §4).</summary>
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

/// <summary>Reads a day from every date form of the API, as the day in Korea. A text that is not a date is read as absent.</summary>
internal sealed class LenientDayConverter : JsonConverter<DateOnly?>
{
    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        return LenientDateConverter.Parse(reader.GetString()) is { } moment ? DateOnly.FromDateTime(moment.ToOffset(KoreanTime.Offset).Date) : null;
    }

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } day)
            writer.WriteStringValue(KoreanTime.Text(day));
        else
            writer.WriteNullValue();
    }
}

/// <summary>
/// Writes an amount as a number in its shortest form, and reads it from a number or a quoted number. A number that is too large to be an amount is
/// unreadable.
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

/// <summary>Brings amounts into the form in which they are sent, and into the form in which callers see them.</summary>
internal static class WireAmount
{
    // Dividing by 1 with the largest scale removes trailing zeros, so that 15000.00 and 15000 are sent and hashed in the same form.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The largest possible amount, which exceeds any payment in any currency. The ledger can store more digits.</summary>
    private const decimal Largest = 999_999_999_999_999m;

    /// <summary>Returns whether a number can be an amount, which has at most 15 digits before the decimal point.</summary>
    public static bool IsPossible(decimal amount) => amount is >= -Largest and <= Largest;

    /// <summary>Returns the shortest form of an amount, which is sent to the API.</summary>
    public static decimal Shortest(decimal amount) => amount / One;

    /// <summary>
    /// Returns an amount with the decimals of its currency, e.g. 15000 KRW or 10.50 USD. An amount with more decimals than its currency is returned
    /// unchanged.
    /// </summary>
    public static decimal Of(Currency currency, decimal amount)
    {
        var rounded = decimal.Round(amount, currency.Decimals);
        return rounded == amount ? rounded + new decimal(0, 0, 0, false, (byte)currency.Decimals) : amount;
    }

    /// <inheritdoc cref="Of(Currency, decimal)"/>
    public static decimal? Of(Currency currency, decimal? amount) => amount is { } value ? Of(currency, value) : null;
}
