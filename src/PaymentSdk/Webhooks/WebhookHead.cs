using System.Text.Json;

namespace PaymentSdk.Webhooks;

/// <summary>What every webhook has, whatever its form.</summary>
internal sealed record WebhookHead(WebhookEventType Type, DateTimeOffset? CreatedAt, JsonElement Raw);
