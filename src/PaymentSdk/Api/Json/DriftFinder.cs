using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Json;

/// <summary>Finds the parts of an answer that this version of the SDK does not know: members, and words of open values.</summary>
internal static class DriftFinder
{
    /// <summary>The known members of each type, with the types of their values. They are cached because every answer is searched.</summary>
    private static readonly ConditionalWeakTable<JsonTypeInfo, Dictionary<string, JsonTypeInfo?>> Members = [];

    public static IEnumerable<Drift> Find(JsonElement element, JsonTypeInfo shape) => Find(element, shape, "");

    private static IEnumerable<Drift> Find(JsonElement element, JsonTypeInfo? shape, string path) => (shape?.Kind, element.ValueKind) switch
    {
        (JsonTypeInfoKind.Object, JsonValueKind.Object) => element.EnumerateObject().SelectMany(member => Member(member, shape, path)),
        (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray().SelectMany(item => Find(item, Of(shape, shape.ElementType), $"{path}[]")),
        (JsonTypeInfoKind.None, JsonValueKind.String) when shape.Converter is IKnownValues words && !words.IsKnown(element.GetString()!) =>
            [new Drift(path, DriftKind.Word, element.GetString())],
        (JsonTypeInfoKind.None, JsonValueKind.Object) when shape.Converter is IHasObjectForm form => Find(element, form.ObjectForm, path),
        _ => [],
    };

    private static IEnumerable<Drift> Member(JsonProperty member, JsonTypeInfo shape, string path)
    {
        var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
        return Members.GetValue(shape, MembersOf).TryGetValue(member.Name, out var known) ? Find(member.Value, known, inner) : [new Drift(inner, DriftKind.Member)];
    }

    private static Dictionary<string, JsonTypeInfo?> MembersOf(JsonTypeInfo shape)
    {
        var members = new Dictionary<string, JsonTypeInfo?>(StringComparer.Ordinal);
        foreach (var property in shape.Properties)
        {
            if (!property.IsExtensionData)
                members[property.Name] = Of(shape, property.PropertyType);
        }

        return members;
    }

    private static JsonTypeInfo? Of(JsonTypeInfo shape, Type? type) =>
        type is not null && shape.Options.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var found) ? found : null;
}
