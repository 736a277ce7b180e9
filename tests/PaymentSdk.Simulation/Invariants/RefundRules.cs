using PaymentSdk.Simulation.Provider;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>Compares the answers about refunds with the cancels that the gateway made.</summary>
internal sealed class RefundRules(GatewayModel gateway, Diary diary, LedgerWatch ledger)
{
    public void Check(CallReport report)
    {
        if (report.RefundId is not { } id || diary.Order(report.OrderId) is not { } order)
            return;
        if (order.Refund(id) is { } asked && report.Call == "refund")
            asked.Reports.Add(report);
        if (report.TransactionKey is { } key && Cancels(order).Find(cancel => cancel.TransactionKey == key) is { Send: { } send } && ledger.RefundOf(send.Key) is { } owner && owner.RefundId != id)
            diary.Violate("refund-foreign-key", order.Purchase.Name, $"{report}: the answer for {id} has the transaction of {owner.RefundId}.");
        if (report is { Outcome: "Done" } or { Refund: RefundResultStatus.Done } && !IsMade(order, id, report.Amount))
            diary.Violate("refund-false-done", order.Purchase.Name, $"{report}: the answer reports {id} as done, but the gateway made no such cancel.");
    }

    /// <summary>Returns whether the gateway made the refund, by its idempotency key or by the same cancel at the dashboard.</summary>
    public bool IsMade(OrderDiary order, string refundId, decimal? amount)
    {
        if (order.Refund(refundId)?.ByHand == true || order.ByHandSince is not null)
            return true;
        // The account was closed, and the gateway showed money for it afterwards.
        if (amount is null && order.Payments(gateway).Any(payment => payment.IsUnannounced))
            return true;
        var cancels = Cancels(order);
        if (cancels.Exists(cancel => cancel.Send is { } send && ledger.RefundOf(send.Key)?.RefundId == refundId && IsDone(cancel)))
            return true;
        // A reversal makes no cancel when nothing was taken. A full refund counts as made when the shop holds no money of the order.
        if (order.Refund(refundId) is null or { IsForEverything: true } && order.Kept(gateway) <= 0)
            return true;
        return cancels.Exists(cancel => cancel.Send is null && IsDone(cancel) && (amount is null || cancel.Amount == amount));
    }

    /// <summary>Returns whether a request of the refund was executed, regardless of the payout.</summary>
    public bool IsExecuted(OrderDiary order, string refundId) =>
        Cancels(order).Exists(cancel => cancel is { Status: Cancellation.Done, Send: { } send } && ledger.RefundOf(send.Key)?.RefundId == refundId);

    private static bool IsDone(Cancellation cancel) => cancel is { Status: Cancellation.Done, Payout: null or PayoutState.Completed };

    private List<Cancellation> Cancels(OrderDiary order) => [.. order.Payments(gateway).SelectMany(payment => payment.Latest.Cancels)];
}
