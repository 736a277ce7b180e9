using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Json;

/// <summary>
/// Reads an object whose members may have changed their form: one that only describes and cannot be read, or is given twice with
/// different values, is dropped and noted, so that it does not turn an approved payment into an unreadable answer. One that decides
/// makes the answer unreadable (docs/spec/money.md §4).
/// </summary>
internal static class TolerantObject
{
    /// <summary>An answer with more such members is not the API's.</summary>
    private const int MaxUnreadable = 50;

    /// <summary>
    /// Each such member costs another reading of the whole. A payment has a few thousand bytes; a webhook may have a million, and anybody may
    /// send one.
    /// </summary>
    private const int MaxBytesRead = 1024 * 1024;

    /// <param name="root">The object.</param>
    /// <param name="shape">The members that it is known to have.</param>
    /// <param name="rules">Which of them must be there, and which decide.</param>
    /// <param name="dropped">Gets what was dropped.</param>
    /// <exception cref="UnreadableAnswerException">It is not an object, or a member that must be there or decides is missing or cannot be used.</exception>
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
                // Read again without it.
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException or NotSupportedException)
            {
                // The text of the exception may quote the body, so only its path is told.
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
