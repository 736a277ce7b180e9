using PaymentSdk.Ledger;

namespace CheckoutDemo.Operator;

/// <summary>A refund of an order.</summary>
internal sealed record RefundCard(string RefundId, string State, decimal? Amount, string Reason, string Actor, DateTimeOffset RequestedAt)
{
    public static RefundCard Of(RefundRecord refund) => new(
        refund.RefundId.Value, refund.State.ToString(), refund.Amount, refund.Reason, refund.Actor, refund.RequestedAt);
}
