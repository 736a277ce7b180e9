using System.Text.Json;

namespace PaymentSdk.Api.Json;

/// <summary>Opens the body of an answer.</summary>
internal static class AnswerBody
{
    /// <summary>Reads a body; every text of what is returned can be read.</summary>
    /// <exception cref="UnreadableAnswerException">It is empty or not JSON; the message never repeats it.</exception>
    public static JsonElement Open(ReadOnlyMemory<byte> body) => TryOpen(body, out var opened)
        ? opened
        : throw new UnreadableAnswerException(body.IsEmpty ? "it is empty" : "it is not JSON");

    /// <summary>Reads a body, or tells that it is not JSON. Never throws for what the body holds.</summary>
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

    /// <summary>The member of this name; false when there is none, it is null, or it is given twice with different values.</summary>
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
