using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Json;

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

    /// <summary>An object without an envelope, which is normalised after it is read.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, Func<T, T> normalise, params string[] required)
        where T : ApiObject => Object(item, normalise, MemberRules.Require(required));

    /// <summary>An object without an envelope, with rules for its members, which is normalised after it is read.</summary>
    public static AnswerShape<T> Object<T>(JsonTypeInfo<T> item, Func<T, T> normalise, MemberRules rules)
        where T : ApiObject => new((body, dropped) => normalise(TolerantObject.Read(NotError(body, rules), item, rules, dropped)), item, body => [body]);

    /// <summary>An array without an envelope.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Array(item, result => result, required);

    /// <summary>An array without an envelope. Each of its objects is normalised after it is read.</summary>
    public static AnswerShape<IReadOnlyList<T>> Array<T>(JsonTypeInfo<T> item, Func<T, T> normalise, params string[] required)
        where T : ApiObject =>
        new((body, dropped) => Rows(Elements(body), item, normalise, MemberRules.Require(required), dropped), item, body => Elements(body));

    /// <summary>An array without an envelope, or a single object instead of the array.</summary>
    public static AnswerShape<IReadOnlyList<T>> ArrayOrObject<T>(JsonTypeInfo<T> item, Func<T, T> normalise)
        where T : ApiObject =>
        new((body, dropped) => Rows(OneOrMore(body), item, normalise, MemberRules.Require(), dropped), item, OneOrMore);

    /// <summary>The <c>entityBody</c> of a v2 envelope.</summary>
    public static AnswerShape<T> Entity<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => new((body, dropped) => TolerantObject.Read(EntityBody(body), item, MemberRules.Require(required), dropped), item, body => [EntityBody(body)]);

    /// <summary>The rows of a v2 list envelope. A single object is read as a list of one (docs/spec/payment-api.md §2.9).</summary>
    public static AnswerShape<AnswerPage<T>> EntityList<T>(JsonTypeInfo<T> item, params string[] required)
        where T : ApiObject => Page(item, result => result, EntityBody, Items, required);

    /// <summary>The rows of <c>{hasNext, lastCursor, data}</c>.</summary>
    public static AnswerShape<AnswerPage<T>> DataList<T>(JsonTypeInfo<T> item, Func<T, T> normalise, params string[] required)
        where T : ApiObject => Page(item, normalise, body => body, Data, required);

    private static AnswerShape<AnswerPage<T>> Page<T>(
        JsonTypeInfo<T> item, Func<T, T> normalise, Func<JsonElement, JsonElement> list, Func<JsonElement, IEnumerable<JsonElement>> rows, string[] required)
        where T : ApiObject =>
        new(
            (body, dropped) => new AnswerPage<T>(Rows(rows(list(body)), item, normalise, MemberRules.Require(required), dropped), HasNext(list(body)), LastCursor(list(body))),
            item,
            body => rows(list(body)));

    private static bool HasNext(JsonElement list) => AnswerBody.TryGetOne(list, "hasNext", out var more) && more.ValueKind is JsonValueKind.True;

    private static string? LastCursor(JsonElement list) =>
        AnswerBody.TryGetOne(list, "lastCursor", out var cursor) && cursor.ValueKind is JsonValueKind.String or JsonValueKind.Number ? cursor.ToString() : null;

    private static List<T> Rows<T>(IEnumerable<JsonElement> rows, JsonTypeInfo<T> item, Func<T, T> normalise, MemberRules rules, ICollection<Drift> dropped)
        where T : ApiObject => [.. rows.Select(row => normalise(TolerantObject.Read(row, item, rules, dropped)))];

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
