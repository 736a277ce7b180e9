using System.Text.Json;

namespace PaymentSdk.Webhooks;

/// <summary>The part that every webhook has, whatever its form.</summary>
internal sealed record WebhookHead(WebhookEventType Type, DateTimeOffset? CreatedAt, JsonElement Raw);
