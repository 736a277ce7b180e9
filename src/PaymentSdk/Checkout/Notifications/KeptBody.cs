using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>
/// Reduces a webhook's body to the part that is stored: its structure, its numbers, and those texts that are known to contain no
/// personal data and no secret. All other texts are masked, including members that the API adds later.
/// </summary>
internal static class KeptBody
{
    private const int MostBytes = 16 * 1024;

    private static readonly FrozenSet<string> Harmless = new[]
    {
        "eventType", "createdAt", "eventId", "entityType", "version", "orderId", "paymentKey", "transactionKey", "lastTransactionKey",
        "status", "type", "method", "currency", "country", "mId", "requestedAt", "approvedAt", "canceledAt", "cancelStatus",
        "dueDate", "settlementStatus", "refundStatus", "acquireStatus", "provider", "code", "bankCode", "issuerCode", "acquirerCode",
    }.ToFrozenSet();

    /// <summary>Returns the reduced body as ASCII JSON, cut at 16 KiB.</summary>
    public static string Of(JsonElement body)
    {
        var kept = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(kept))
            Write(json, body, harmless: false);
        return Encoding.ASCII.GetString(kept.WrittenSpan[..Math.Min(kept.WrittenCount, MostBytes)]);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, bool harmless)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, Harmless.Contains(member.Name));
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, item, harmless);
                json.WriteEndArray();
                break;
            case JsonValueKind.String when !harmless:
                json.WriteStringValue("***");
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
