using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Json;

/// <summary>
/// Reads an object whose optional members may have changed their form: one that cannot be read is kept as it came, so
/// that it does not turn an approved payment into an unreadable answer. What must be there is checked and reported by name.
/// </summary>
internal static class TolerantObject
{
    /// <exception cref="UnreadableAnswerException">It is no object, or a required member is missing or cannot be read.</exception>
    public static T Read<T>(JsonElement root, JsonTypeInfo<T> shape, params string[] required)
        where T : ApiObject
    {
        Check(root, required);
        var unreadable = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (true)
        {
            try
            {
                var result = Without(root, unreadable.Keys).Deserialize(shape)!;
                if (unreadable.Count > 0)
                    result.Unknown = Joined(result.Unknown, unreadable);
                return result;
            }
            catch (JsonException exception) when (Member(exception.Path) is { } name
                && !required.Contains(name)
                && root.TryGetProperty(name, out var member)
                && unreadable.TryAdd(name, member.Clone()))
            {
                // Read again without it.
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                // The text of a JsonException may quote the body, so only its path is told.
                throw new UnreadableAnswerException($"its member {(exception as JsonException)?.Path ?? "(unnamed)"} cannot be read");
            }
        }
    }

    private static void Check(JsonElement root, string[] required)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            throw new UnreadableAnswerException("it is not a JSON object");
        var missing = required
            .Where(name => !root.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.Null)
            .ToArray();
        if (missing.Length > 0)
            throw new UnreadableAnswerException($"it has no {string.Join(", ", missing)}");
    }

    // The first name of a path: "card" of "$.card.amount".
    private static string? Member(string? path) => path is ['$', '.', ..] ? path[2..].Split('.', '[')[0] : null;

    private static JsonElement Without(JsonElement root, Dictionary<string, JsonElement>.KeyCollection names)
    {
        if (names.Count == 0)
            return root;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in root.EnumerateObject().Where(member => !names.Contains(member.Name)))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.ToArray());
    }

    private static Dictionary<string, JsonElement> Joined(Dictionary<string, JsonElement>? known, Dictionary<string, JsonElement> unreadable) =>
        (known ?? []).Concat(unreadable).ToDictionary(member => member.Key, member => member.Value);
}
