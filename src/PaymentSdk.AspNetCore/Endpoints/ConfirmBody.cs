using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Reads the body of a confirm: <c>{paymentKey, orderId, amount?, paymentType?}</c>. Other members are ignored.</summary>
internal static class ConfirmBody
{
    /// <summary>Reads the payment to confirm. On failure, the fault names the member and its rule.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out PaymentConfirmation? payment, [NotNullWhen(false)] out string? fault)
    {
        payment = null;
        if (utf8.IsEmpty)
        {
            fault = "The body is empty. Send {\"paymentKey\", \"orderId\", \"amount\"} as JSON.";
            return false;
        }

        if (!JsonMembers.TryRead(utf8, out var members, out fault))
            return false;
        fault = WrongKind(members, "paymentKey", JsonValueKind.String)
            ?? WrongKind(members, "orderId", JsonValueKind.String)
            ?? WrongKind(members, "amount", JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Null)
            ?? WrongKind(members, "paymentType", JsonValueKind.String, JsonValueKind.Null);
        return fault is null
            && new ConfirmFields("member", Text(members, "paymentKey"), Text(members, "orderId"), Text(members, "amount"), Text(members, "paymentType"))
                .TryRead(out payment, out fault);
    }

    private static string? WrongKind(Dictionary<string, JsonElement> members, string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!members.TryGetValue(name, out var value) || kinds.Contains(value.ValueKind))
            return null;
        return kinds.Contains(JsonValueKind.Number)
            ? $"The member {name} is not usable: write a number, or a number in a string."
            : $"The member {name} is not usable: write a string.";
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        !members.TryGetValue(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : value.GetString();
}
