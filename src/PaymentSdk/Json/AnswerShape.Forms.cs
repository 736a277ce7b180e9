using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Json;

/// <summary>The forms that answers have (payment-api.md §1.5).</summary>
internal static class AnswerShape
{
    /// <summary>A bare object.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Object(item, result => result, required);

    /// <summary>A bare object, given another form once it is read.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, Func<T, T> normalise, params string[] required)
        where T : ApiObject => new(body => normalise(TolerantObject.Read(body, item, required)), item, body => [body]);

    /// <summary>A bare array.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Array(item, result => result, required);

    /// <summary>A bare array, each of its objects given another form once it is read.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, Func<T, T> normalise, params string[] required)
        where T : ApiObject =>
        new(body => [.. Elements(body).Select(element => normalise(TolerantObject.Read(element, item, required)))], item, Elements);

    private static IEnumerable<JsonElement> Elements(JsonElement body) => body.ValueKind is JsonValueKind.Array
        ? body.EnumerateArray()
        : throw new UnreadableAnswerException("it is not a JSON array");
}
