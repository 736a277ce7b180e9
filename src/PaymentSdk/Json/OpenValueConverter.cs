using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Json;

/// <summary>Reads and writes an open value as its text. A number or a boolean where a text is expected is kept as it is written.</summary>
internal sealed class OpenValueConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T> : JsonConverter<T>, IKnownWords
    where T : struct, IOpenValue<T>
{
    // The static members of a value are its known words; a value without any, an id, knows all.
    private static readonly HashSet<T> Known = [.. typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => (T)property.GetValue(null)!)];

    // An explicit null means the same as no member at all.
    public override bool HandleNull => true;

    public bool IsKnown(string word) => Known.Count == 0 || word.Length == 0 || Known.Contains(T.From(word));

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
