using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PaymentSdk.Api;
using PaymentSdk.Api.Payouts;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Webhooks;

/// <summary>
/// Recognizes the three forms of a webhook by their structure (docs/spec/payment-api.md §7.1). A body with <c>entityBody</c> has form C. A body
/// with <c>eventType</c>, usually with <c>data</c>, has form A. A body without <c>eventType</c>, but with <c>orderId</c>, <c>status</c> and a
/// secret or a transaction key, has form B.
/// </summary>
internal static class WebhookReader
{
    // A payment is 4 levels deep. Strict reading refuses a body that two parsers could interpret differently.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out WebhookEvent? webhook, [NotNullWhen(false)] out string? reason)
    {
        webhook = null;
        reason = null;
        try
        {
            webhook = Read(Open(body));
            return true;
        }
        catch (UnreadableAnswerException exception)
        {
            reason = $"This is not a webhook of the payment API: {exception.Message}.";
            return false;
        }
    }

    private static JsonElement Open(ReadOnlyMemory<byte> body)
    {
        if (body.Length > WebhookEvent.LargestBody)
            throw new UnreadableAnswerException($"it has {body.Length} bytes, more than {WebhookEvent.LargestBody}");
        var text = body.Span.StartsWith(Encoding.UTF8.Preamble) ? body.Span[Encoding.UTF8.Preamble.Length..] : body.Span;
        if (text.IsEmpty)
            throw new UnreadableAnswerException("it is empty");
        if (!Utf8.IsValid(text))
            throw new UnreadableAnswerException("it is not UTF-8");
        try
        {
            return JsonElement.Parse(JsonTexts.Repair(text.ToArray()).Span, Strict);
        }
        catch (JsonException)
        {
            // The message of the exception may quote the body.
            throw new UnreadableAnswerException("it is not JSON, deeper than 32 levels, or names a member twice");
        }
    }

    private static WebhookEvent Read(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
            throw new UnreadableAnswerException("it is not a JSON object");
        if (WebhookMembers.Object(body, "entityBody") is { } entity)
            return EntityEvents.Read(Head(body, WebhookMembers.RequiredText(body, "eventType")), entity);
        if (WebhookMembers.Text(body, "eventType") is { } type)
            return DataEvents.Read(Head(body, type), WebhookMembers.Object(body, "data"));
        if (IsDeposit(body))
            return DepositEvents.Read(Head(body, WebhookEventType.DepositCallback.Value));
        throw new UnreadableAnswerException("its members match no known form");
    }

    private static bool IsDeposit(JsonElement body) =>
        WebhookMembers.Text(body, "orderId") is not null
        && WebhookMembers.Text(body, "status") is not null
        && (WebhookMembers.Text(body, "secret") ?? WebhookMembers.Text(body, "transactionKey")) is not null;

    private static WebhookHead Head(JsonElement body, string type) =>
        new(WebhookEventType.From(type), LenientDateConverter.Parse(WebhookMembers.Text(body, "createdAt")), body);
}

/// <summary>Reads webhooks of form B, which are flat and have no type: <c>{createdAt, secret, status, transactionKey, orderId}</c>.</summary>
internal static class DepositEvents
{
    public static DepositCallbackEvent Read(WebhookHead head) => new(head)
    {
        OrderId = WebhookMembers.Required<OrderId>(head.Raw, "orderId"),
        Status = WebhookMembers.Required<PaymentStatus>(head.Raw, "status"),
        Secret = WebhookMembers.Text(head.Raw, "secret"),
        TransactionKey = WebhookMembers.Text(head.Raw, "transactionKey"),
    };
}

/// <summary>Reads webhooks of form C: <c>{eventType, createdAt, version, eventId, entityType, entityBody}</c>.</summary>
internal static class EntityEvents
{
    public static WebhookEvent Read(WebhookHead head, JsonElement entity)
    {
        var id = WebhookMembers.Text(head.Raw, "eventId");
        var version = WebhookMembers.Text(head.Raw, "version");
        if (head.Type == WebhookEventType.PayoutChanged)
            return new PayoutChangedEvent(head) { Payout = PayoutReader.Payout(entity), EventId = id, Version = version };
        if (head.Type == WebhookEventType.SellerChanged)
            return new SellerChangedEvent(head) { Seller = PayoutReader.Seller(entity), EventId = id, Version = version };
        return new UnknownWebhookEvent(head) { EventId = id };
    }
}
