using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>A refund of an order.</summary>
internal sealed record RefundCard(string CancelId, string State, decimal? Amount, string Reason, string Actor, DateTimeOffset RequestedAt)
{
    public static RefundCard Of(Refund refund) => new(
        refund.CancelId.Value, refund.State.ToString(), refund.Amount, refund.Reason, refund.Actor, refund.RequestedAt);
}
