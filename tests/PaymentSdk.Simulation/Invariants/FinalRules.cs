using PaymentSdk.Simulation.Provider;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>
/// The rules for the end of a history, after days without faults. They compare what the gateway did with the last answers and events that the
/// shop received.
/// </summary>
internal sealed class FinalRules(GatewayModel gateway, Diary diary, LedgerWatch ledger, RefundRules refunds)
{
    private readonly HashSet<string> _attention = new(StringComparer.Ordinal);

    public bool IsHostile { get; init; }

    public bool AccountChanged { get; set; }

    /// <summary>Returns whether the order is in the attention list.</summary>
    public bool IsListed(OrderDiary order) => _attention.Contains(order.OrderId);

    /// <summary>Stores the final attention list, and checks that each order in it needs an operator.</summary>
    public void List(IReadOnlyList<AttentionItem> items)
    {
        foreach (var item in items)
            _attention.Add(item.Order.OrderId.Value);
        foreach (var item in items)
        {
            if (diary.Order(item.Order.OrderId.Value) is { } order && !NeedsOperator(order))
                diary.Violate("attention-needless", order.Purchase.Name, $"{order.OrderId} is listed as {item.State}{(item.Refund is { } refund ? $" with refund {refund.RefundId} {refund.Status}" : "")}, although it needs no decision: {Truth(order)}.");
        }
    }

    /// <summary>Compares the money that is kept for each purchase with the events that the shop received.</summary>
    public void EndMoney()
    {
        foreach (var purchase in diary.Purchases)
        {
            var paid = purchase.Orders.FindAll(order => order.Kept(gateway) > 0);
            var isListed = purchase.Orders.Exists(IsListed);
            if (paid.Count > 1 && !isListed)
                diary.Violate("paid-twice", purchase.Name, $"{string.Join(" and ", paid.Select(Truth))}, but none of the orders is in the attention list.");
            foreach (var order in paid)
                EndPaid(purchase, order);
            if (!isListed && !purchase.Orders.Exists(IsOutOfSight))
                EndPosition(purchase, paid);
        }
    }

    /// <summary>
    /// Returns whether money of the order moved without a request of the shop, in a history in which the shop changed its merchant account. The
    /// shop's queries may not show such a movement.
    /// </summary>
    private bool IsOutOfSight(OrderDiary order) =>
        AccountChanged && order.Payments(gateway).Any(payment => payment.Executions.Any(execution => execution.Send is null));

    /// <summary>Checks the status that the order's page shows at the end.</summary>
    public void EndStatus(OrderDiary order, CallReport report)
    {
        var payments = order.Payments(gateway);
        // Money that was paid back by hand is not part of the status, but an order of which nothing is left must end, and must not be shown as paid.
        var isWrongByHand = report.Outcome == "Checking" || (report.Outcome is "Paid" or "PartlyCanceled" && payments.All(payment => payment.Kept <= 0));
        var isPaidByHand = !isWrongByHand && payments.Any(payment => payment.PaidBackByHand != 0);
        if (IsListed(order) || IsOutOfSight(order) || isPaidByHand || payments.Any(payment => payment.Latest.Cancels.Exists(cancel => cancel.Payout is not null and not PayoutState.Completed)))
            return;
        var payment = payments.FirstOrDefault(one => one.EverTaken) ?? payments.FirstOrDefault(one => one.Latest.IsConfirmed) ?? (payments.Count == 1 ? payments[0] : null);
        var (kept, balance) = (payment?.Kept ?? 0, payment?.Latest.Balance ?? 0);
        var isPart = payment is not null && kept > 0 && kept < payment.Latest.Total;
        var isTrue = report.Outcome switch
        {
            "Paid" => kept > 0 && !isPart,
            "PartlyCanceled" => isPart,
            "Canceled" => kept == 0,
            "Open" or "Declined" or "Expired" => kept == 0,
            "AwaitingDeposit" => kept == 0 && payment?.Latest.Status == PaymentStatuses.WaitingForDeposit,
            "Checking" => false,
            _ => true,
        };
        if (!isTrue)
            diary.Violate(report.Outcome == "Checking" ? "row-never-ends" : "status-differs", order.Purchase.Name, $"{order.OrderId} is shown as {report.Outcome}, but {Truth(order)}.");
        else if (report.Outcome is "Paid" or "PartlyCanceled" && report.Balance != balance && !(report.Balance is null && AccountChanged))
            diary.Violate("balance-differs", order.Purchase.Name, $"{order.OrderId} is shown with a balance of {report.Balance}, but the gateway has {balance}.");
    }

    /// <summary>Checks the rows of refunds at the end.</summary>
    public void EndRefunds(OrderDiary order, IReadOnlyList<RefundResult> rows)
    {
        foreach (var refund in rows)
        {
            var id = refund.RefundId.Value;
            var isOpen = refund.Status is RefundResultStatus.Checking or RefundResultStatus.Pending;
            if (isOpen && !IsListed(order) && ledger.Row(order.OrderId)?.Attempt.State is not AttemptState.Canceled)
                diary.Violate("row-never-ends", order.Purchase.Name, $"{id} of {order.OrderId} is {refund.Status} at the end.");
            if (refunds.IsExecuted(order, id) && refund.Status is RefundResultStatus.Checking or RefundResultStatus.Refused && !IsListed(order))
                diary.Violate("refund-untold", order.Purchase.Name, $"{id} of {order.OrderId} was executed, but is {refund.Status} at the end.");
            if (refund.Status == RefundResultStatus.Done && !refunds.IsMade(order, id, refund.Amount?.Value))
                diary.Violate("refund-false-done", order.Purchase.Name, $"{id} of {order.OrderId} is done at the end, but the gateway made no such cancel.");
        }
    }

    /// <summary>Checks that a small refund of a paid order, requested at the end, was made.</summary>
    public void EndProbe(OrderDiary order, RefundOutcome? outcome)
    {
        if (outcome is RefundOutcome.Done)
            return;
        var why = outcome switch
        {
            null => "no answer",
            RefundOutcome.NotRefundable refused => refused.Reason.English,
            RefundOutcome.Refused refused => refused.Refund.FailureCode?.Value ?? "refused",
            _ => outcome.GetType().Name,
        };
        diary.Violate("refund-blocked", order.Purchase.Name, $"The refund of {order.OrderId} at the end was not made ({why}), although {Truth(order)}.");
    }

    /// <summary>Returns whether a refund of the order must succeed: the shop holds money of it, and nothing prevents a refund.</summary>
    public bool IsRefundable(OrderDiary order)
    {
        if (IsListed(order) || AccountChanged || order.IsReversed || order.Payments(gateway).FirstOrDefault(payment => payment.Kept > 0) is not { } payment)
            return false;
        return payment is { IsAccount: false, Plan: { RefusesCancels: null, CancelsLater: false }, PaidBackByHand: 0 } && payment.Kept == payment.Latest.Balance
            && order.Purchase.Orders.TrueForAll(other => other == order || other.Kept(gateway) == 0);
    }

    /// <summary>Returns whether the purchase is unpaid and can be paid again, with no operator or open payment in the way.</summary>
    public bool MayBePaid(PurchaseDiary purchase) =>
        purchase.Kept(gateway) == 0 && !purchase.Orders.Exists(order => IsListed(order) || order.Payments(gateway).Any(payment => payment.EverTaken || payment.Latest.Status == PaymentStatuses.WaitingForDeposit || payment.Latest.Cancels.Count > 0));

    private void EndPaid(PurchaseDiary purchase, OrderDiary order)
    {
        if (IsListed(order))
            return;
        if (order.IsReversed)
            diary.Violate("reversal-lost", purchase.Name, $"The reversal of {order.OrderId} was promised, but {Truth(order)}, and the order is not in the attention list.");
        var taken = order.Payments(gateway).Sum(payment => payment.Executions.Where(execution => execution.Movement != Movement.Cancel).Sum(execution => execution.Signed));
        if (taken != order.Amount && order.AmountAccepted is null && order.Resolved is null)
            diary.Violate("wrong-amount-kept", purchase.Name, $"{order.OrderId} should have taken {order.Amount}, but {Truth(order)}, and it is not in the attention list.");
    }

    /// <summary>Compares the events of the purchase with the money that is kept at the end.</summary>
    private void EndPosition(PurchaseDiary purchase, List<OrderDiary> paid)
    {
        var isPaid = false;
        foreach (var written in purchase.Written)
        {
            isPaid = written.Type switch
            {
                OrderEventType.Paid or OrderEventType.PaidLate or OrderEventType.PartlyCanceled => true,
                OrderEventType.Canceled or OrderEventType.DepositReturned or OrderEventType.Expired or OrderEventType.Declined => false,
                _ => isPaid,
            };
        }

        // A payment that is fully canceled but not paid out yet is ignored here; the rules for refunds check it.
        var kept = paid.Sum(order => order.Payments(gateway).Where(payment => payment.Latest.Balance > 0).Sum(payment => payment.Kept));
        var events = string.Join(", ", purchase.Written.Select(written => written.Type));
        if (kept > 0 && !isPaid)
        {
            diary.Violate("sale-untold", purchase.Name, $"{string.Join(" and ", paid.Select(Truth))}, but the events of the shop are: {events}.");
            if (purchase.Written.Count == 0 || !purchase.Written.Exists(written => written.Type == OrderEventType.NeedsAttention))
                diary.Violate("money-silently-kept", purchase.Name, $"{kept} is kept, but the events of the shop are: {events}.");
        }
        else if (kept <= 0 && isPaid && purchase.Orders.TrueForAll(order => order.Payments(gateway).All(payment => payment.PaidBackByHand == 0)))
        {
            diary.Violate("sale-without-money", purchase.Name, $"Nothing is kept, but the events of the shop are: {events}.");
        }
    }

    /// <summary>Returns whether the order needs a decision of an operator.</summary>
    private bool NeedsOperator(OrderDiary order)
    {
        if (IsHostile || AccountChanged)
            return true;
        var payments = order.Payments(gateway);
        var kept = order.Kept(gateway);
        var isDuplicate = kept > 0 && order.Purchase.Orders.Exists(other => other != order && other.Kept(gateway) > 0);
        var hasFailedPayout = payments.Any(payment => payment.Latest.Cancels.Exists(cancel => cancel.Payout == PayoutState.Failed));
        var isOtherAmount = payments.Any(payment => payment.Latest.LastTransactionKey is not null && payment.Latest.Total != order.Amount && payment.Latest.Balance > 0);
        var isToGoBack = kept > 0 && order.ReversalAsked is not null;
        // The buyer's refund account is not stored, so a refund whose request was lost cannot be sent again and must be made by hand.
        var hasLostRefund = payments.Any(payment => payment.IsAccount) && order.Refunds.Exists(refund => !refunds.IsMade(order, refund.Id, null) && refund.Reports.Exists(report => report.Outcome is not ("Argument" or "NotRefundable" or "AlreadyOpen")));
        // Late money counts as a duplicate beside another attempt that was paid, even if that one is refunded by now: the purchase was already sold
        // once. If the other attempt waits for an operator, that decision also determines whether the late money is a sale or a duplicate.
        isDuplicate |= payments.Any(payment => payment is { IsUnannounced: true, Kept: > 0 })
            && order.Purchase.Orders.Exists(other => other != order && (IsListed(other) || other.Payments(gateway).Any(payment => payment.EverTaken)));
        return isDuplicate || hasFailedPayout || isOtherAmount || isToGoBack || hasLostRefund;
    }

    private string Truth(OrderDiary order)
    {
        var payments = order.Payments(gateway);
        return payments.Count == 0
            ? $"nothing was ever begun at the gateway for {order.OrderId}"
            : string.Join(", ", payments.Select(payment => $"{payment.Key} is {payment.Latest.Status} and {payment.Kept} of {payment.Latest.Total} is kept"));
    }
}
