using System.Text.Json.Serialization;

namespace PaymentSdk.Api;

/// <summary>Takes a cash receipt back, whole or in part.</summary>
public sealed record CashReceiptCancelRequest
{
    /// <summary>How much, in won; null is all of it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();
}
