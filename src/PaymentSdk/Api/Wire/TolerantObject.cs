using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Reads an object whose members may have changed their form. A member on which no decision depends is dropped and recorded when it cannot be read or
/// appears twice with different values, so that an approved payment stays readable. A member on which a decision depends makes the whole answer
/// unreadable instead (docs/spec/money.md §4).
/// </summary>
internal static class TolerantObject
{
    /// <summary>The maximum number of unreadable members in an answer. An answer with more does not come from the API.</summary>
    private const int MaxUnreadable = 50;

    /// <summary>
    /// Limits the work of reading: each unreadable member requires another read of the whole object. A payment has a few thousand bytes, but a
    /// webhook may have a million, and anyone can send a webhook.
    /// </summary>
    private const int MaxBytesRead = 1024 * 1024;

    /// <param name="root">The object to read.</param>
    /// <param name="shape">The known members of the object.</param>
    /// <param name="rules">The required members and the deciding members.</param>
    /// <param name="dropped">Receives the members that are dropped.</param>
    /// <exception cref="UnreadableAnswerException">The JSON is not an object, or a required or deciding member is missing or unusable.</exception>
    public static T Read<T>(JsonElement root, JsonTypeInfo<T> shape, MemberRules rules, ICollection<Drift> dropped)
        where T : ApiObject
    {
        var pruning = new Pruning(root, rules, dropped);
        Check(root, rules);
        var maxUnreadable = Math.Clamp(MaxBytesRead / JsonMarshal.GetRawUtf8Value(root).Length, 1, MaxUnreadable);
        while (true)
        {
            try
            {
                var result = pruning.Current.Deserialize(shape)!;
                if (pruning.Unreadable.Count > 0)
                    result.Unknown = Joined(result.Unknown, pruning.Unreadable);
                return result;
            }
            catch (JsonException exception) when (exception.Path is { Length: > 2 } path && pruning.Unreadable.Count < maxUnreadable && pruning.TryDrop(path))
            {
                // Read again without the dropped member.
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException or NotSupportedException)
            {
                // The text of the exception may quote the body, so only its path is used.
                throw new UnreadableAnswerException($"its member {(exception as JsonException)?.Path ?? "(unnamed)"} cannot be read");
            }
        }
    }

    private static void Check(JsonElement root, MemberRules rules)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            throw new UnreadableAnswerException("it is not a JSON object");
        var missing = rules.Required
            .Where(name => !root.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.Null)
            .ToArray();
        if (missing.Length > 0)
            throw new UnreadableAnswerException($"it has no {string.Join(", ", missing)}");
    }

    private static Dictionary<string, JsonElement> Joined(Dictionary<string, JsonElement>? known, Dictionary<string, JsonElement> unreadable)
    {
        var all = new Dictionary<string, JsonElement>(known ?? [], StringComparer.Ordinal);
        foreach (var (path, member) in unreadable)
            all[path] = member;
        return all;
    }
}

/// <summary>
/// Removes the unusable parts of an object in an answer: members that appear twice with different values, nulls in lists, and members that
/// cannot be read.
/// </summary>
internal sealed class Pruning
{
    private readonly JsonElement _root;
    private readonly MemberRules _rules;
    private readonly ICollection<Drift> _noted;
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    /// <exception cref="UnreadableAnswerException">A member that decides appears twice with different values.</exception>
    public Pruning(JsonElement root, MemberRules rules, ICollection<Drift> noted)
    {
        (_root, _rules, _noted) = (root, rules, noted);
        Find(root, "", "");
        Current = _dropped.Count == 0 ? root : Rest();
    }

    /// <summary>The object without the parts that were removed so far.</summary>
    public JsonElement Current { get; private set; }

    /// <summary>The members that could not be read, by path.</summary>
    public Dictionary<string, JsonElement> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Drops the member at this path. Returns false when the member decides or does not exist.</summary>
    /// <param name="path">The path as the serializer reports it, e.g. <c>$.card.amount</c> or <c>$.metadata['a b']</c>.</param>
    public bool TryDrop(string path)
    {
        // A name with special characters cannot be looked up, so the member that contains it is dropped.
        var plain = path.IndexOf("['", StringComparison.Ordinal) is > 0 and var quoted ? path[..quoted] : path;
        for (var place = plain.Length > 2 ? plain[2..] : ""; place.Length > 0; place = Parent(place))
        {
            var pattern = Pattern(place);
            if (!_rules.MayBeDropped(pattern))
                return false;
            if (Find(place) is not { } member || !_dropped.Add(place))
                continue;
            Unreadable[place] = member;
            _noted.Add(new Drift(pattern, DriftKind.Unreadable));
            Current = Rest();
            return true;
        }

        return false;
    }

    private void Find(JsonElement element, string place, string pattern)
    {
        if (element.ValueKind is JsonValueKind.Object)
            FindTwice(element, place, pattern);
        if (element.ValueKind is not JsonValueKind.Array)
            return;
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var at = index++;
            if (item.ValueKind is JsonValueKind.Null && _dropped.Add(Item(place, at)))
                _noted.Add(new Drift($"{pattern}[]", DriftKind.Unreadable));
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Find(item, Item(place, at), $"{pattern}[]");
        }
    }

    private void FindTwice(JsonElement element, string place, string pattern)
    {
        var seen = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (seen.TryAdd(member.Name, member.Value))
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    Find(member.Value, Member(place, member.Name), Member(pattern, member.Name));
                continue;
            }

            if (JsonValues.AreSame(seen[member.Name], member.Value))
                continue;
            var shown = Member(pattern, member.Name);
            if (_rules.Decides(shown))
                throw Void(shown, seen[member.Name], member.Value);
            if (_dropped.Add(Member(place, member.Name)))
                _noted.Add(new Drift(shown, DriftKind.Twice));
        }
    }

    private static UnreadableAnswerException Void(string path, JsonElement first, JsonElement second) => new($"its member {path} appears twice with different values")
    {
        Contradiction = $"{path} given twice: {JsonValues.Show(first)} and {JsonValues.Show(second)}",
    };

    private JsonElement Rest()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, _root, "");
        return JsonElement.Parse(buffer.ToArray());
    }

    private void Write(Utf8JsonWriter writer, JsonElement element, string place)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !_dropped.Contains(Member(place, member.Name))))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, Member(place, member.Name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var (index, item) in element.EnumerateArray().Index().Where(item => !_dropped.Contains(Item(place, item.Index))))
                    Write(writer, item, Item(place, index));
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private JsonElement? Find(string place)
    {
        var found = _root;
        foreach (var step in place.Split('.', '['))
        {
            var isItem = step.EndsWith(']');
            if (isItem)
            {
                if (found.ValueKind is not JsonValueKind.Array || !int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= found.GetArrayLength())
                    return null;
                found = found[index];
            }
            else if (found.ValueKind is not JsonValueKind.Object || !found.TryGetProperty(step, out found))
            {
                return null;
            }
        }

        return found;
    }

    // A name that contains '.', '[' or ']' must not be read as a path.
    private static string Member(string place, string name) =>
        name.AsSpan().ContainsAny('.', '[', ']') ? $"{place}['{name}']" : place.Length == 0 ? name : $"{place}.{name}";

    private static string Item(string place, int index) => string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]");

    private static string Parent(string place) => place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))];

    /// <summary>Returns the path without the indexes of list items, e.g. <c>cancels[].cancelAmount</c>.</summary>
    private static string Pattern(string place)
    {
        var parts = place.Split('[');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => "[" + part[part.IndexOf(']', StringComparison.Ordinal)..]));
    }
}

/// <summary>
/// The members of an object that are required, and the members on which a decision depends ("deciding" members). An answer is unusable when a
/// deciding member appears twice with different values, or when it cannot be read and the rest would mean something else without it.
/// </summary>
/// <param name="Required">The members that must be present and not null. They also decide.</param>
/// <param name="Deciding">The paths of further members that decide, e.g.
/// <c>cancels[].cancelAmount</c>. A member that contains one also decides.</param>
/// <param name="Dispensable">The deciding members that may be dropped when they cannot be read: the rest keeps its meaning without them.</param>
internal sealed record MemberRules(IReadOnlyList<string> Required, IReadOnlyList<string> Deciding, IReadOnlyList<string> Dispensable)
{
    /// <summary>Creates rules in which only the required members decide.</summary>
    public static MemberRules Require(params string[] required) => new(required, [], []);

    /// <summary>Returns whether the member at this path decides, or contains a member that decides.</summary>
    public bool Decides(string path) => Required.Any(member => Contains(path, member)) || Deciding.Any(member => Contains(path, member));

    /// <summary>Returns whether the member at this path may be dropped when it cannot be read.</summary>
    public bool MayBeDropped(string path) => !Decides(path) || Dispensable.Contains(path);

    private static bool Contains(string path, string member) =>
        member.StartsWith(path, StringComparison.Ordinal) && (member.Length == path.Length || member[path.Length] is '.' or '[');
}
