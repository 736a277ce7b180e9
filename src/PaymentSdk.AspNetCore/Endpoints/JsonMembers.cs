using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The members of a JSON object, each name once: a second one could mean anything.</summary>
internal static class JsonMembers
{
    /// <summary>Reads them; otherwise the fault tells where the text is wrong, and never repeats it.</summary>
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
            // What Utf8JsonReader says of bytes and escapes inside a string that are no Unicode text.
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

    /// <summary>A name that can be repeated in an answer and in a log as it came.</summary>
    private static bool IsPlain(string name) => name.Length is > 0 and <= 40 && name.All(char.IsAsciiLetterOrDigit);
}
