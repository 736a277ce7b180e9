using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PaymentSdk.Values;
using PaymentSdk.Webhooks;

namespace PaymentSdk;

/// <summary>
/// What a webhook says. Saying is not proving: only <see cref="PayoutChangedEvent"/> and
/// <see cref="SellerChangedEvent"/> are signed by the payment API; everything else is unverified and a reason to query.
/// </summary>
public abstract record WebhookEvent
{
    private protected WebhookEvent(WebhookHead head)
    {
        Type = head.Type;
        CreatedAt = head.CreatedAt;
        Raw = head.Raw;
    }

    /// <summary>The largest body that is read, in bytes: 1 MiB. The largest the API is known to send has a few KiB.</summary>
    public static int LargestBody => 1024 * 1024;

    /// <summary>What it tells of. A deposit callback names no type on the wire; it is <see cref="WebhookEventType.DepositCallback"/> here.</summary>
    public WebhookEventType Type { get; }

    /// <summary>When the event happened; without an offset it is Korean time. Null when it is missing or no date.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>The whole body as it came. It may hold personal data and secrets: never log it.</summary>
    public JsonElement Raw { get; }

    /// <summary>Reads the body of a webhook, its form told by its structure and never by one member alone.</summary>
    /// <param name="body">The raw bytes, UTF-8 JSON, at most <see cref="LargestBody"/>.</param>
    /// <returns>The event; an <see cref="UnknownWebhookEvent"/> when its form is known and its type is not.</returns>
    /// <exception cref="FormatException">
    /// The body is not a webhook: too large, not UTF-8, not JSON, deeper than 32 levels, a member named twice, of no known form, or
    /// without what its type must have. The message says which and never repeats the body.
    /// </exception>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> body) =>
        TryParse(body, out var webhook, out var reason) ? webhook : throw new FormatException(reason);

    /// <summary>Reads the body of a webhook, or tells why it is none. Never throws.</summary>
    /// <inheritdoc cref="Parse" path="/param"/>
    public static bool TryParse(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out WebhookEvent? webhook, [NotNullWhen(false)] out string? reason) =>
        WebhookReader.TryRead(body, out webhook, out reason);

    /// <summary>Prints type and time only: what a webhook carries is personal and, in a deposit callback, secret.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, CreatedAt]);
}
