using System.Text.Json;

namespace PaymentSdk.Json;

/// <summary>Opens the body of a 2xx answer.</summary>
internal static class AnswerBody
{
    /// <exception cref="UnreadableAnswerException">It is empty or not JSON; the message never repeats it.</exception>
    public static JsonElement Open(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            throw new UnreadableAnswerException("it is empty");
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            throw new UnreadableAnswerException("it is not JSON");
        }
    }
}
