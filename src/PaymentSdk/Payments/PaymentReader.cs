using System.Text.Json;
using PaymentSdk.Json;

namespace PaymentSdk.Payments;

/// <summary>Reads a payment out of a 2xx body; what must be there is checked and reported by name.</summary>
internal static class PaymentReader
{
    private static readonly string[] Required = ["paymentKey", "orderId", "status", "totalAmount"];

    /// <exception cref="UnreadableAnswerException">The body is no payment; the message says why.</exception>
    public static Payment Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            throw new UnreadableAnswerException("it is empty");
        try
        {
            using var document = JsonDocument.Parse(body);
            Check(document.RootElement);
            return PaymentNormaliser.Normalise(TolerantObject.Read(document.RootElement, Required));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The text of a JsonException may quote the body, so only its path is told.
            var path = (exception as JsonException)?.Path;
            throw new UnreadableAnswerException(path is null ? "it is not JSON" : $"its member {path} cannot be read");
        }
    }

    private static void Check(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            throw new UnreadableAnswerException("it is not a JSON object");
        var missing = Required
            .Where(name => !root.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.Null)
            .ToArray();
        if (missing.Length > 0)
            throw new UnreadableAnswerException($"it has no {string.Join(", ", missing)}");
    }
}
