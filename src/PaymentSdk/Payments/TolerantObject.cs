using System.Text.Json;

namespace PaymentSdk.Payments;

/// <summary>
/// Reads a payment whose optional members may have changed their form: one that cannot be read is kept as it came, so
/// that it does not turn an approved payment into an unreadable answer.
/// </summary>
internal static class TolerantObject
{
    /// <exception cref="JsonException">A required member cannot be read.</exception>
    public static Payment Read(JsonElement root, string[] required)
    {
        var unreadable = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (true)
        {
            try
            {
                var payment = Without(root, unreadable.Keys).Deserialize(PaymentJson.Default.Payment)!;
                return unreadable.Count == 0 ? payment : payment with { Unknown = Joined(payment.Unknown, unreadable) };
            }
            catch (JsonException exception) when (Member(exception.Path) is { } name
                && !required.Contains(name)
                && root.TryGetProperty(name, out var member)
                && unreadable.TryAdd(name, member.Clone()))
            {
                // Read again without it.
            }
        }
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
