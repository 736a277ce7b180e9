using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PaymentSdk.Values;
using PaymentSdk.Webhooks;

namespace PaymentSdk;

/// <summary>
/// The content of a webhook. It is not proof: the payment API signs only <see cref="PayoutChangedEvent"/> and <see cref="SellerChangedEvent"/>. Every
/// other webhook is unverified and is only a reason to query the payment API.
/// </summary>
public abstract record WebhookEvent
{
    private protected WebhookEvent(WebhookHead head)
    {
        Type = head.Type;
        CreatedAt = head.CreatedAt;
        Raw = head.Raw;
    }

    /// <summary>The maximum size of a body that is read, in bytes: 1 MiB. The largest body that the API is known to send has a few KiB.</summary>
    public static int LargestBody => 1024 * 1024;

    /// <summary>
    /// The type of the event. A deposit callback has no type in its body; its type here is <see cref="WebhookEventType.DepositCallback"/>.
    /// </summary>
    public WebhookEventType Type { get; }

    /// <summary>When the event happened; null when the time is missing or not a date. A time without an offset is Korean time.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>The whole body as it was received. It may hold personal data and secrets: never log it.</summary>
    public JsonElement Raw { get; }

    /// <summary>Reads the body of a webhook. The members of the body determine which form of webhook it is.</summary>
    /// <param name="body">The raw bytes, UTF-8 JSON, at most <see cref="LargestBody"/>.</param>
    /// <returns>The event; an <see cref="UnknownWebhookEvent"/> when the form is known but the type is not.</returns>
    /// <exception cref="FormatException">
    /// The body is not a webhook. It is too large, not UTF-8, not JSON, or nested more than 32 levels deep; it contains a member twice, has no known
    /// form, or lacks a member that its type requires. The message says which of these applies and never repeats the body.
    /// </exception>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> body) =>
        TryParse(body, out var webhook, out var reason) ? webhook : throw new FormatException(reason);

    /// <summary>Tries to read the body of a webhook; <paramref name="reason"/> says why it is not a webhook. Never throws.</summary>
    /// <inheritdoc cref="Parse" path="/param"/>
    public static bool TryParse(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out WebhookEvent? webhook, [NotNullWhen(false)] out string? reason) =>
        WebhookReader.TryRead(body, out webhook, out reason);

    /// <summary>Prints only the type and the time, because a webhook contains personal data and, in a deposit callback, a secret.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, CreatedAt]);
}
