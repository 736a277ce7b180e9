using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Wire;

/// <summary>Counts, per operation, the parts of answers that this version of the SDK does not know or cannot use, and logs each part once.</summary>
internal sealed class DriftWatch(ILogger logger)
{
    // The API chooses the unknown words, so they must not fill memory or metrics.
    private const int Most = 200;

    private readonly ConcurrentDictionary<(string Operation, DriftKind Kind, string Path, string? Value), byte> _seen = new();

    public void Look<T>(ApiOperation operation, AnswerShape<T> shape, JsonElement body, IEnumerable<Drift> dropped)
    {
        foreach (var drift in dropped)
            Note(operation, drift.Kind, PrintableText.Clean(drift.Path) ?? "", null);
        if (shape.Item is not { } known)
            return;
        foreach (var drift in shape.Items(body).SelectMany(item => DriftFinder.Find(item, known)))
            Note(operation, drift.Kind, PrintableText.Clean(drift.Path) ?? "", PrintableText.Clean(drift.Value));
    }

    private void Note(ApiOperation operation, DriftKind kind, string path, string? value)
    {
        var thing = (operation.Name, kind, path, value);
        var isKept = _seen.Count < Most || _seen.ContainsKey(thing);
        Telemetry.Drift.Add(1, new("paymentsdk.operation", operation.Name), new("paymentsdk.kind", Name(kind)), new("paymentsdk.path", isKept ? path : "(more)"));
        if (!isKept || !_seen.TryAdd(thing, 0))
            return;
        switch (kind)
        {
            case DriftKind.Value:
                Log.UnknownValue(logger, operation.Name, path, value);
                break;
            case DriftKind.Member:
                Log.UnknownMember(logger, operation.Name, path);
                break;
            default:
                Log.DroppedMember(logger, operation.Name, path, kind is DriftKind.Twice ? "it appears twice with different values" : "it cannot be read");
                break;
        }
    }

    private static string Name(DriftKind kind) => kind switch
    {
        DriftKind.Value => "value",
        DriftKind.Member => "member",
        DriftKind.Twice => "twice",
        _ => "unreadable",
    };
}

/// <summary>
/// Finds the parts of an answer that this version of the SDK does not know: members, and values that are not known values.
/// </summary>
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
            [new Drift(path, DriftKind.Value, element.GetString())],
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

/// <summary>A part of an answer that this version of the SDK does not know or cannot use.</summary>
/// <param name="Path">The path of the member, e.g. <c>card.cardType</c> or <c>cancels[].newMember</c>.</param>
/// <param name="Kind">The kind of the drift.</param>
/// <param name="Value">The unknown value; null unless <paramref name="Kind"/> is <see cref="DriftKind.Value"/>.</param>
internal sealed record Drift(string Path, DriftKind Kind, string? Value = null);

/// <summary>Why a part of an answer is recorded as drift.</summary>
internal enum DriftKind
{
    /// <summary>The member is unknown. It is kept.</summary>
    Member,

    /// <summary>The value is not a known value. It is kept.</summary>
    Value,

    /// <summary>The member cannot be read. It is dropped.</summary>
    Unreadable,

    /// <summary>The member appears twice with different values. Both are dropped.</summary>
    Twice,
}
