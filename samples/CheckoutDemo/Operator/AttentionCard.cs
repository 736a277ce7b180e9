using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>Something that waits for a person.</summary>
internal sealed record AttentionCard(
    string OrderId, string OrderName, string State, decimal Amount, string Currency, DateTimeOffset Since, string? PaymentKey, string? Refund, string? RefundState,
    string[] Evidence, string NextStepKo, string NextStepEn)
{
    public static AttentionCard Of(AttentionItem item) => new(
        item.Order.OrderId.Value, item.Order.OrderName, item.State.ToString(), item.Order.Amount.Value, item.Order.Amount.Currency.Value,
        item.Since, item.PaymentKey?.Value, item.Refund?.CancelId.Value, item.Refund?.State.ToString(),
        [.. item.Evidence.Where(row => row.Evidence is not null).Select(row => $"{row.To}: {row.Evidence}").TakeLast(3)],
        item.NextStep.Korean, item.NextStep.English);
}
