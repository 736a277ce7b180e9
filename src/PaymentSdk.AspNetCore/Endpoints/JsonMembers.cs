using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Reads the members of a JSON object. Each name may occur once, because a second value would be ambiguous.</summary>
internal static class JsonMembers
{
    /// <summary>Reads the members. On failure, the fault names the position in the text, and never repeats a value.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Dictionary<string, JsonElement>? members, [NotNullWhen(false)] out string? fault)
    {
        members = null;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            fault = Read(document.RootElement, out members);
        }
        catch (JsonException exception)
        {
            fault = $"The body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).";
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader throws it for bytes and escapes inside a string that are not Unicode text.
            fault = "The body is not valid JSON: a string in it is not Unicode text.";
        }

        members = fault is null ? members : null;
        return members is not null;
    }

    private static string? Read(JsonElement root, out Dictionary<string, JsonElement> members)
    {
        members = new(StringComparer.Ordinal);
        if (root.ValueKind != JsonValueKind.Object)
            return "The body is not a JSON object.";
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String)
                _ = member.Value.GetString();
            if (!members.TryAdd(member.Name, member.Value.Clone()))
                return IsPlain(member.Name) ? $"The member {member.Name} is given twice." : "A member of the body is given twice.";
        }

        return null;
    }

    /// <summary>Returns true if the name can be repeated in an answer and in a log unchanged.</summary>
    private static bool IsPlain(string name) => name.Length is > 0 and <= 40 && name.All(char.IsAsciiLetterOrDigit);
}
