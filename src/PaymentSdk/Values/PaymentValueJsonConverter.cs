using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// Converts a value of this package (an id, a code, an amount) to and from its text, also as the key of a dictionary. The shop's own ids
/// (<see cref="PurchaseId"/>, <see cref="RefundId"/>, <see cref="ChargeId"/>), <see cref="Money"/> and origins reject a text that is not valid;
/// values of the payment API are kept as received. The value types already name this converter in an attribute. It is public so that a shop's
/// source-generated serializers can use it.
/// </summary>
/// <typeparam name="T">A value type of this package.</typeparam>
public sealed class PaymentValueJsonConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T> : JsonConverter<T>, IKnownValues
    where T : struct, IParsable<T>
{
    // The static members of a type are its known words. A type without static members, such as an id, knows every word.
    private static readonly HashSet<T> Known = [.. typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => (T)property.GetValue(null)!)];

    private static readonly ITextValue<T> Form = default(T) as ITextValue<T> ?? throw new NotSupportedException($"{typeof(T)} is not a value of PaymentSdk.");

    private static readonly Func<string, T> Keep = Form.Reader;

    /// <summary>
    /// Whether the converter reads an explicit null. In an answer of the API, null means the same as a missing member; for one of the shop's own
    /// values, null is an error.
    /// </summary>
    public override bool HandleNull => Form.IsKeptAsItCame;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return Read(reader.GetString()!);
        if (!Form.IsKeptAsItCame)
            throw new JsonException($"A {typeof(T).Name} must be a JSON string.");
        if (reader.TokenType is JsonTokenType.Null)
            return default;
        // Other JSON in place of a text, such as a number or a boolean, is kept as it is written.
        using var element = JsonDocument.ParseValue(ref reader);
        return Keep(element.RootElement.GetRawText());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Form.TextOf(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Form.TextOf(value));
    }

    bool IKnownValues.IsKnown(string word) => Known.Count == 0 || word.Length == 0 || Known.Contains(Keep(word));

    private static T Read(string text)
    {
        try
        {
            return Keep(text);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
