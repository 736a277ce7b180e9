using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Values;

/// <summary>
/// Reads the address of a page that a person opens. Any other address, such as a script, is unreadable. An empty text is read as null.
/// </summary>
internal sealed class PageAddressConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new JsonException();
        var text = reader.GetString();
        return text is not { Length: > 0 } ? null : PageAddress.IsSafe(text) ? text : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
