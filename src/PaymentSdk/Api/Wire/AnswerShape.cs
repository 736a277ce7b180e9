using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Wire;

/// <summary>The shape that an answer with a 2xx status must have: how it is read, and which objects it contains.</summary>
/// <param name="Read">Reads the whole body and adds what it drops to the collection. Throws only <see cref="UnreadableAnswerException"/>.</param>
/// <param name="Item">The metadata of the known members that each object in the answer has; null when no members are known.</param>
/// <param name="Items">Returns the objects in the answer. Called only for a body that <paramref name="Read"/> could read.</param>
internal sealed record AnswerShape<T>(Func<JsonElement, ICollection<Drift>, T> Read, JsonTypeInfo? Item, Func<JsonElement, IEnumerable<JsonElement>> Items)
{
    /// <summary>Returns the result for an empty body; null when an empty body is unreadable.</summary>
    public Func<T>? WhenEmpty { get; init; }

    /// <summary>Returns this shape with a comparison: an answer that does not match its request is unreadable.</summary>
    /// <param name="difference">Returns how the answer differs from the request; null when it does not differ.</param>
    public AnswerShape<T> Compared(Func<T, string?> difference) => this with
    {
        Read = (body, dropped) =>
        {
            var answer = Read(body, dropped);
            return difference(answer) is { } what ? throw new UnreadableAnswerException($"it does not match the request: {what}") : answer;
        },
    };
}

/// <summary>Parses the body of an answer.</summary>
internal static class AnswerBody
{
    /// <summary>Parses a body as JSON. Every string of the result can be read without an exception.</summary>
    /// <exception cref="UnreadableAnswerException">The body is empty or not JSON; the message never contains the body.</exception>
    public static JsonElement Open(ReadOnlyMemory<byte> body) => TryOpen(body, out var opened)
        ? opened
        : throw new UnreadableAnswerException(body.IsEmpty ? "it is empty" : "it is not JSON");

    /// <summary>Parses a body as JSON, or returns false when it is not JSON. Never throws because of the content of the body.</summary>
    public static bool TryOpen(ReadOnlyMemory<byte> body, out JsonElement opened)
    {
        try
        {
            opened = JsonElement.Parse(JsonTexts.Repair(body).Span);
            return true;
        }
        catch (JsonException)
        {
            opened = default;
            return false;
        }
    }

    /// <summary>
    /// Gets the member with the specified name. Returns false when the member is missing or null, or appears twice with different values.
    /// </summary>
    public static bool TryGetOne(JsonElement root, string name, out JsonElement value)
    {
        value = default;
        if (root.ValueKind is not JsonValueKind.Object)
            return false;
        var found = false;
        foreach (var member in root.EnumerateObject())
        {
            if (!member.NameEquals(name))
                continue;
            if (found && !JsonValues.AreSame(value, member.Value))
                return false;
            (value, found) = (member.Value, true);
        }

        return found && value.ValueKind is not JsonValueKind.Null;
    }
}

/// <summary>
/// Makes every string in a JSON body readable. JSON may contain an escaped unpaired surrogate, which no .NET string reader accepts, and a body
/// may contain bytes that are not UTF-8. The readers throw various exceptions for such content, so a body is repaired before it is read.
/// </summary>
internal static class JsonTexts
{
    private const int EscapeLength = 6;

    /// <summary>
    /// Returns the body with readable strings. Half of a surrogate pair is replaced by the text of its escape, so that two different ids stay
    /// different. Bytes that are not UTF-8 become U+FFFD. A body that needs no repair is returned unchanged, except for its byte order mark.
    /// </summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(body.Span))
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        return FindHalf(body.Span, 0) < 0 ? body : WithoutHalves(body.Span);
    }

    private static byte[] WithoutHalves(ReadOnlySpan<byte> body)
    {
        var repaired = new List<byte>(body.Length + 64);
        var copied = 0;
        for (var at = FindHalf(body, 0); at >= 0; at = FindHalf(body, at + EscapeLength))
        {
            // A second backslash makes the escape literal: the string then contains the six characters \ud83d.
            repaired.AddRange(body[copied..at]);
            repaired.Add((byte)'\\');
            copied = at;
        }

        repaired.AddRange(body[copied..]);
        return [.. repaired];
    }

    /// <summary>Returns the position of the next escape of an unpaired surrogate; -1 when there is none.</summary>
    private static int FindHalf(ReadOnlySpan<byte> body, int from)
    {
        for (var at = from; at < body.Length;)
        {
            var next = body[at..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;
            at += next;
            if (!TryReadEscape(body[at..], out var unit))
                at += 2;
            else if (!char.IsSurrogate(unit))
                at += EscapeLength;
            else if (char.IsHighSurrogate(unit) && TryReadEscape(body[(at + EscapeLength)..], out var low) && char.IsLowSurrogate(low))
                at += 2 * EscapeLength;
            else
                return at;
        }

        return -1;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < EscapeLength || text[0] != '\\' || text[1] != 'u'
            || !ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        unit = (char)code;
        return true;
    }
}

/// <summary>Compares and shows values of an answer. Both methods accept every value and never throw.</summary>
internal static class JsonValues
{
    private const int LongestShown = 60;

    /// <summary>Returns whether two values are the same: equal strings, numerically equal numbers, or identical JSON.</summary>
    public static bool AreSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.Equals(one.GetString(), other.GetString(), StringComparison.Ordinal),
        (JsonValueKind.Number, JsonValueKind.Number) when one.TryGetDecimal(out var left) && other.TryGetDecimal(out var right) => left == right,
        _ => string.Equals(one.GetRawText(), other.GetRawText(), StringComparison.Ordinal),
    };

    /// <summary>Returns the text of a value for an operator. Objects and lists may contain personal data, so only their kind is shown.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Cut(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        _ => Cut(value.GetRawText()),
    };

    private static string Cut(string text) => StorableText.Describe(text, LongestShown)!;
}

/// <summary>The shapes that answers have (docs/spec/payment-api.md §1.5).</summary>
internal static class AnswerShape
{
    /// <summary>Any JSON. An empty body is read as <c>default</c>.</summary>
    public static AnswerShape<JsonElement> Raw { get; } = new((body, _) => body, null, _ => []) { WhenEmpty = () => default };

    /// <summary>No body. A body that is present is read only to check that it does not contain an error.</summary>
    public static AnswerShape<bool> Nothing { get; } = new((body, _) => NoError(body), null, _ => []) { WhenEmpty = () => true };

    /// <summary>An object without an envelope.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Object(item, result => result, required);

    /// <summary>An object without an envelope, which is normalized after it is read.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, Func<T, T> normalize, params string[] required)
        where T : ApiObject => Object(item, normalize, MemberRules.Require(required));

    /// <summary>An object without an envelope, with rules for its members, which is normalized after it is read.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, Func<T, T> normalize, MemberRules rules)
        where T : ApiObject => new((body, dropped) => normalize(TolerantObject.Read(NotError(body, rules), item, rules, dropped)), item, body => [body]);

    /// <summary>An array without an envelope.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Array(item, result => result, required);

    /// <summary>An array without an envelope. Each of its objects is normalized after it is read.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, Func<T, T> normalize, params string[] required)
        where T : ApiObject =>
        new((body, dropped) => Rows(Elements(body), item, normalize, MemberRules.Require(required), dropped), item, body => Elements(body));

    /// <summary>An array without an envelope, or a single object instead of the array.</summary>
    public static AnswerShape<IReadOnlyList<T>> ArrayOrObject<T>(JsonTypeInfo<T> item, Func<T, T> normalize)
        where T : ApiObject =>
        new((body, dropped) => Rows(OneOrMore(body), item, normalize, MemberRules.Require(), dropped), item, OneOrMore);

    /// <summary>The <c>entityBody</c> of a v2 envelope.</summary>
    public static AnswerShape<T> Entity<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => new((body, dropped) => TolerantObject.Read(EntityBody(body), item, MemberRules.Require(required), dropped), item, body => [EntityBody(body)]);

    /// <summary>The rows of a v2 list envelope. A single object is read as a list of one (docs/spec/payment-api.md §2.9).</summary>
    public static AnswerShape<AnswerPage<T>> EntityList<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Page(item, result => result, EntityBody, Items, required);

    /// <summary>The rows of <c>{hasNext, lastCursor, data}</c>.</summary>
    public static AnswerShape<AnswerPage<T>> DataList<T>(JsonTypeInfo<T> item, Func<T, T> normalize, params string[] required)
        where T : ApiObject => Page(item, normalize, body => body, Data, required);

    private static AnswerShape<AnswerPage<T>> Page<T>(
        JsonTypeInfo<T> item, Func<T, T> normalize, Func<JsonElement, JsonElement> list, Func<JsonElement, IEnumerable<JsonElement>> rows, string[] required)
        where T : ApiObject =>
        new(
            (body, dropped) => new AnswerPage<T>(Rows(rows(list(body)), item, normalize, MemberRules.Require(required), dropped), HasNext(list(body)), LastCursor(list(body))),
            item,
            body => rows(list(body)));

    private static bool HasNext(JsonElement list) => AnswerBody.TryGetOne(list, "hasNext", out var more) && more.ValueKind is JsonValueKind.True;

    private static string? LastCursor(JsonElement list) =>
        AnswerBody.TryGetOne(list, "lastCursor", out var cursor) && cursor.ValueKind is JsonValueKind.String or JsonValueKind.Number ? cursor.ToString() : null;

    private static List<T> Rows<T>(IEnumerable<JsonElement> rows, JsonTypeInfo<T> item, Func<T, T> normalize, MemberRules rules, ICollection<Drift> dropped)
        where T : ApiObject => [.. rows.Select(row => normalize(TolerantObject.Read(row, item, rules, dropped)))];

    private static JsonElement.ArrayEnumerator Elements(JsonElement body) => body.ValueKind is JsonValueKind.Array
        ? body.EnumerateArray()
        : throw new UnreadableAnswerException("it is not a JSON array");

    private static JsonElement[] OneOrMore(JsonElement body) => body.ValueKind is JsonValueKind.Object ? [body] : [.. Elements(body)];

    private static JsonElement EntityBody(JsonElement body) =>
        AnswerBody.TryGetOne(body, "entityBody", out var entity) && entity.ValueKind is JsonValueKind.Object
            ? entity
            : throw new UnreadableAnswerException("it has no entityBody");

    private static IEnumerable<JsonElement> Items(JsonElement entity) =>
        !entity.TryGetProperty("items", out _) ? [entity]
        : AnswerBody.TryGetOne(entity, "items", out var items) ? Elements(items)
        : throw new UnreadableAnswerException("it has no items");

    private static IEnumerable<JsonElement> Data(JsonElement body) =>
        AnswerBody.TryGetOne(body, "data", out var rows)
            ? Elements(rows)
            : throw new UnreadableAnswerException("it has no data");

    // If no member were required, an error with a success status would be read as an empty answer.
    private static JsonElement NotError(JsonElement body, MemberRules rules)
    {
        if (rules.Required.Count == 0)
            NoError(body);
        return body;
    }

    private static bool NoError(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object && (body.TryGetProperty("code", out _) || body.TryGetProperty("error", out _))
            ? throw new UnreadableAnswerException("it contains an error")
            : true;
}
