using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

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

/// <summary>Writes a moment as Korean time without an offset, which is the form of due dates in requests (docs/spec/payment-api.md §4).</summary>
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
