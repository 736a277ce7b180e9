using System.Text.Json.Serialization;

namespace PaymentSdk.Api;

/// <summary>The request to cancel a cash receipt, in full or in part.</summary>
public sealed record CashReceiptCancelRequest
{
    /// <summary>The amount to cancel, in won; null cancels the whole receipt.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();
}
