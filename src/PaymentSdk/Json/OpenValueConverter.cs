using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Json;

/// <summary>Reads and writes an open value as its text. A number or a boolean where a text is expected is kept as it is written.</summary>
internal sealed class OpenValueConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<T>
{
    // An explicit null means the same as no member at all.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return T.From(reader.GetString());
        if (reader.TokenType is JsonTokenType.Null)
            return default;
        using var element = JsonDocument.ParseValue(ref reader);
        return T.From(element.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
