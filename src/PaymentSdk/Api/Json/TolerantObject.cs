using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Json;

/// <summary>
/// Reads an object whose members may have changed their form. A member that only describes is dropped and recorded when it cannot be read
/// or appears twice with different values, so that an approved payment stays readable. A member that decides makes the answer unreadable
/// (docs/spec/money.md §4).
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
    /// <param name="rules">The members that are required and those that decide.</param>
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
