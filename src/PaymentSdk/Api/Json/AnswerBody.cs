using System.Text.Json;

namespace PaymentSdk.Api.Json;

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

    /// <summary>Gets the member of this name. Returns false when it is missing or null, or appears twice with different values.</summary>
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
