using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>The members of a JSON body. A member of the wrong type is refused. If a member is repeated, the last one counts.</summary>
internal sealed class Fields
{
    private readonly JsonElement _root;

    private Fields(JsonElement root) => _root = root;

    /// <summary>Reads a body that must be one JSON object.</summary>
    public static Fields Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            ReadNames(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new Fields(document.RootElement.Clone()) : throw Bad();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw Bad();
        }
    }

    /// <summary>Reads a body that is one object or an array of objects.</summary>
    public static IReadOnlyList<Fields> ParseOneOrMany(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            ReadNames(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? new Fields(item.Clone()) : throw Bad())]
                : [Parse(body)];
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw Bad();
        }
    }

    public string RequiredText(string name, int maxLength) =>
        Text(name, maxLength) is { Length: > 0 } text ? text : throw Bad();

    public string? Text(string name, int maxLength) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when ValidText(value) is { } text && text.Length <= maxLength => text,
        _ => throw Bad(),
    };

    public decimal RequiredAmount(string name) => Amount(name) ?? throw Bad();

    /// <summary>Returns a number, which can be written in quotes: the real service accepts both (docs/spec/payment-api.md §2.1).</summary>
    public decimal? Amount(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var amount) => Money.Plain(amount),
        { ValueKind: JsonValueKind.String } value when decimal.TryParse(
            ValidText(value), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) => Money.Plain(amount),
        _ => throw Bad(),
    };

    /// <summary>Returns true if the member exists and is not null.</summary>
    public bool Has(string name) => Member(name) is not null;

    public bool? Flag(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Bad(),
    };

    public IReadOnlyList<string> RequiredTexts(string name) => [.. Elements(name).Select(item => Text(item) ?? throw Bad())];

    public IReadOnlyList<int> RequiredIntegers(string name) => [.. Elements(name).Select(item =>
        item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) ? number : throw Bad())];

    public Fields RequiredObject(string name) => Object(name) ?? throw Bad();

    /// <summary>Returns a map of at most 5 texts, with keys of up to 40 and values of up to 500 characters (docs/spec/payment-api.md §4).</summary>
    public JsonObject? Metadata(string name)
    {
        if (Object(name) is not { } map)
            return null;
        var pairs = map._root.EnumerateObject().ToArray();
        if (pairs.Length > 5 || !pairs.All(pair => pair.Name.Length <= 40 && Text(pair.Value) is { Length: <= 500 }))
            throw Bad();
        var kept = new JsonObject();
        foreach (var pair in pairs)
            kept[pair.Name] = Text(pair.Value);
        return kept;
    }

    public Fields? Object(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new Fields(value),
        _ => throw Bad(),
    };

    private JsonElement.ArrayEnumerator Elements(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Bad();

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? ValidText(value) : null;

    private JsonElement? Member(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>
    /// Reads every name once, so that a name with an unpaired surrogate throws here instead of later, when another member is looked up.
    /// </summary>
    private static void ReadNames(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                _ = member.Name;
                ReadNames(member.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                ReadNames(item);
        }
    }

    /// <summary>
    /// Returns the text of a value, or null if it contains an unpaired surrogate. A JSON escape can represent one half, which is not valid text.
    /// </summary>
    private static string? ValidText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static RefusedException Bad() => new("INVALID_REQUEST");
}
