using PaymentSdk;
using PaymentSdk.Ledger;

namespace CheckoutDemo.Operator;

/// <summary>An order that needs an operator.</summary>
internal sealed record AttentionCard(
    string OrderId, string OrderName, string? OrderNumber, string State, bool ReversalRequested, bool IsDuplicate, decimal Amount, string Currency, DateTimeOffset Since,
    string? PaymentKey, string? Refund, string? RefundState, string[] Evidence, string NextStepKo, string NextStepEn)
{
    /// <param name="item">What needs an operator.</param>
    /// <param name="attempt">Its attempt: what was asked for, and what was found, outlives its state.</param>
    public static AttentionCard Of(AttentionItem item, Attempt? attempt) => new(
        item.Order.OrderId.Value, item.Order.OrderName, item.Order.OrderNumber, item.State.ToString(), attempt?.ReversalRequestedAt is not null, attempt?.IsDuplicate ?? false,
        item.Order.Amount.Value, item.Order.Amount.Currency.Value, item.Since, item.PaymentKey?.Value, item.Refund?.RefundId.Value, item.Refund?.Status.ToString(),
        [.. item.Evidence.Where(row => row.SeenBy is not null).Select(row => $"{row.To}: {row.SeenBy}").TakeLast(3)],
        item.NextStep.Korean, item.NextStep.English);
}
