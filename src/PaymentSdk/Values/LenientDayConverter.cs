using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

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
