using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Json;

/// <summary>Finds what an answer has that this version of the SDK does not know: members, and words of values that may grow.</summary>
internal static class DriftFinder
{
    public static IEnumerable<Drift> Find(JsonElement element, JsonTypeInfo shape) => Find(element, shape, "");

    private static IEnumerable<Drift> Find(JsonElement element, JsonTypeInfo? shape, string path) => (shape?.Kind, element.ValueKind) switch
    {
        (JsonTypeInfoKind.Object, JsonValueKind.Object) => element.EnumerateObject().SelectMany(member => Member(member, shape, path)),
        (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray().SelectMany(item => Find(item, Of(shape, shape.ElementType), $"{path}[]")),
        (JsonTypeInfoKind.None, JsonValueKind.String) when shape.Converter is IKnownWords words && !words.IsKnown(element.GetString()!) =>
            [new Drift(path, element.GetString())],
        (JsonTypeInfoKind.None, JsonValueKind.Object) when shape.Converter is IHasObjectForm form => Find(element, form.ObjectForm, path),
        _ => [],
    };

    private static IEnumerable<Drift> Member(JsonProperty member, JsonTypeInfo shape, string path)
    {
        var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
        var known = shape.Properties.FirstOrDefault(property => !property.IsExtensionData && property.NameEquals(member));
        return known is null ? [new Drift(inner, null)] : Find(member.Value, Of(shape, known.PropertyType), inner);
    }

    private static bool NameEquals(this JsonPropertyInfo property, JsonProperty member) => member.NameEquals(property.Name);

    private static JsonTypeInfo? Of(JsonTypeInfo shape, Type? type) =>
        type is not null && shape.Options.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var found) ? found : null;
}
