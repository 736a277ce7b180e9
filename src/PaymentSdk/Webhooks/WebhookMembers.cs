using System.Text.Json;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>Reads the members of a webhook one by one. A member that is null or of another type counts as missing.</summary>
internal static class WebhookMembers
{
    public static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;

    /// <exception cref="UnreadableAnswerException">The member is missing.</exception>
    public static string RequiredText(JsonElement body, string name) =>
        Text(body, name) is { Length: > 0 } text ? text : throw new UnreadableAnswerException($"it has no {name}");

    /// <exception cref="UnreadableAnswerException">The member is missing.</exception>
    public static T Required<T>(JsonElement body, string name)
        where T : struct, IOpenValue<T> => T.From(RequiredText(body, name));

    public static JsonElement? Object(JsonElement body, string name) =>
        body.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Object ? member : null;
}
