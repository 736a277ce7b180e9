using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>The checks when money moves, when a caller receives an answer, and when an event is written.</summary>
internal sealed class MoneyRules(World world, GatewayModel gateway, Diary diary, LedgerWatch ledger)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string OrderId, string RefundId), List<Send>> _refunded = [];
    private readonly List<(OrderDiary Order, string? RefundId, CallReport Report)> _promises = [];

    /// <summary>Called when a payment changed; checks the cause of each new movement of its money.</summary>
    public void Moved(GatewayPayment payment)
    {
        var seen = _seen.GetValueOrDefault(payment.Key);
        _seen[payment.Key] = payment.Executions.Count;
        for (; seen < payment.Executions.Count; seen++)
            Executed(payment, payment.Executions[seen]);
        // A bank can take back a deposit that an operator has already refunded by hand.
        if (payment.Kept < 0 && !(payment.PaidBackByHand > 0 && payment.Executions[^1].Movement == Movement.ReturnedDeposit))
            diary.Violate("paid-back-twice", payment.Plan.Subject, $"The buyer has {-payment.Kept} more than was paid for {payment.Plan.OrderId}.");
    }

    /// <summary>Called when a caller received an answer; checks that the answer is true.</summary>
    public void Check(CallReport report)
    {
        if (diary.Order(report.OrderId) is not { } order)
            return;
        var name = order.Purchase.Name;
        if ((report.Status == "Paid" || report.Outcome == "Paid") && !order.Payments(gateway).Any(payment => payment.EverTaken))
            diary.Violate("sale-without-money", name, $"{report}, but no money was ever taken.");
        switch (report.Call, report.Outcome)
        {
            case ("confirm" or "charge", "NotCharged" or "Declined"):
                if (order.Payments(gateway).Any(payment => payment is { EverTaken: true, IsUnannounced: false } && payment.Executions.Any(execution => execution.CameIn && IsKnown(CauseOf(execution, payment), report))))
                    diary.Violate("false-not", name, $"{report}, although the money was taken.");
                _promises.Add((order, null, report));
                break;
            case ("open" or "open-again", "Opened"):
                if (order.Purchase.FirstSentAmount is { } sent && sent != order.Amount)
                    diary.Violate("repriced", name, $"{report} at {order.Amount}, although {sent} may still be taken by an attempt that was sent.");
                break;
            case ("refund", "Refused" or "NotRefunded" or "NotRefundable" or "AlreadyOpen"):
                if (report.Outcome == "NotRefundable" && order.Refund(report.RefundId!) is { Amounts.Count: > 1 })
                    break;
                if (_refunded.TryGetValue((order.OrderId, report.RefundId!), out var sends) && sends.Exists(send => IsKnown(send, report)))
                    diary.Violate("false-not", name, $"{report}, although {report.RefundId} was executed.");
                _promises.Add((order, report.RefundId, report));
                break;
            case ("reverse", "Reversed"):
                // An unannounced payment is found later by recovery; the rules for the end check whether it was found.
                if (order.Payments(gateway).Any(payment => !payment.IsUnannounced && (payment.Kept > 0 || (payment.PaidBackByHand == 0 && payment.Latest.Cancels.Exists(cancel => cancel.Payout is PayoutState.Pending or PayoutState.Failed)))))
                    diary.Violate("false-reversed", name, $"{report}, although the shop still has {order.Kept(gateway)}, or it is being paid out.");
                _promises.Add((order, null, report));
                order.ReversalPromised ??= world.Now;
                break;
            case ("reverse", "Checking" or "Watched" or "NeedsAttention"):
                order.ReversalPromised ??= world.Now;
                break;
            default:
                break;
        }

        // A charge with the same charge id and a different amount is a different charge, and is refused.
        if (report.Call == "charge" && report.Amount is { } shown && report.Outcome is "Paid" or "Declined" or "Checking" && report.Reason != shown.ToString(System.Globalization.CultureInfo.InvariantCulture))
            diary.Violate("charge-of-another-amount", name, $"A charge of {report.Reason} was answered with the outcome of {report.Amount}: {report.Outcome}.");
    }

    /// <summary>Called when an event was written; checks that the event is true.</summary>
    public void Written(OrderDiary order, OrderEvent happened)
    {
        var name = order.Purchase.Name;
        var executions = order.Payments(gateway).SelectMany(payment => payment.Executions).ToList();
        switch (happened.Type)
        {
            case OrderEventType.Paid or OrderEventType.PaidLate:
                PaidWritten(order, name, executions.Count(execution => execution.CameIn));
                break;
            case OrderEventType.DepositReturned:
                if (Count(order, OrderEventType.DepositReturned) > executions.Count(execution => execution.Movement == Movement.ReturnedDeposit))
                    diary.Violate("event-untrue", name, $"An event reports a returned deposit of {order.OrderId}, but none was returned.");
                break;
            case OrderEventType.Canceled:
                if (order.ByHandSince is null && order.Payments(gateway).FirstOrDefault(payment => payment is { Kept: > 0, Latest.Balance: > 0 }) is { } kept)
                    diary.Violate("event-untrue", name, $"An event reports {order.OrderId} as canceled, but {kept.Latest.Balance} of it is left.");
                if (order.Purchase.Orders.Exists(other => other != order && other.Kept(gateway) > 0 && Count(other, OrderEventType.Paid, OrderEventType.PaidLate) > 0))
                    diary.Violate("event-untrue", name, $"An event reports {order.OrderId} as canceled, although another attempt paid the purchase.");
                break;
            case OrderEventType.Declined or OrderEventType.Expired:
                if (order.Kept(gateway) > 0 && order.Payments(gateway).All(payment => payment is { IsAccount: false, IsUnannounced: false }))
                    diary.Violate("event-untrue", name, $"An event reports {order.OrderId} as {happened.Type}, but {order.Kept(gateway)} of it is kept.");
                break;
            default:
                break;
        }
    }

    private void PaidWritten(OrderDiary order, string name, int cameIn)
    {
        if (Count(order, OrderEventType.Paid, OrderEventType.PaidLate) > cameIn)
            diary.Violate("event-untrue", name, $"Events report {order.OrderId} as paid more often ({cameIn + 1}) than money was received ({cameIn}).");
        if (order.ReversalPromised is not null && order.WithdrawalAsked is null)
            diary.Violate("sale-of-reversed", name, $"An event reports {order.OrderId} as paid after its reversal was promised.");
        if (order.Purchase.Orders.Find(other => other != order && other.Kept(gateway) > 0 && !other.IsReversed && Count(other, OrderEventType.Paid, OrderEventType.PaidLate) > 0) is { } sold)
            diary.Violate("sale-of-duplicate", name, $"An event reports {order.OrderId} as paid, although {sold.OrderId} of the same purchase is paid.");
    }

    private static int Count(OrderDiary order, params OrderEventType[] types) =>
        order.Purchase.Written.Count(written => written.OrderId.Value == order.OrderId && types.Contains(written.Type));

    private void Executed(GatewayPayment payment, Execution execution)
    {
        if (diary.Order(payment.Plan.OrderId) is not { } order)
            return;
        var name = order.Purchase.Name;
        if (execution.Send is { } send)
        {
            if (execution.Movement == Movement.Cancel)
                Canceled(order, execution, send);
            else if (send.Operation is GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm && !order.Confirmed.Contains(payment.Key))
                diary.Violate("unasked-approval", name, $"{payment.Key} was approved, but no buyer returned with it.");
        }

        foreach (var (promised, refundId, report) in _promises)
        {
            if (promised != order || payment.IsUnannounced)
                continue;
            var isOurs = report.Call switch
            {
                // A refund that the gateway refused is never made; a refund that was not sent may be sent later.
                "refund" => execution.Movement == Movement.Cancel && ledger.RefundOf(execution.Send?.Key)?.RefundId == refundId
                    && (report.Outcome == "Refused" || IsKnown(execution.Send, report)),
                // The answer promised that no more money is taken, so any incoming money makes it false.
                "reverse" => execution.CameIn,
                _ => execution.CameIn && IsKnown(CauseOf(execution, payment), report),
            };
            if (isOurs)
                diary.Violate(report.Call == "reverse" ? "false-reversed" : "false-not", name, $"{report} at {report.At:HH:mm:ss.fff}, but {execution.Movement} of {execution.Amount} followed.");
        }
    }

    /// <summary>Returns the request that caused the incoming money; for a deposit, the request that opened the account.</summary>
    private static Send? CauseOf(Execution execution, GatewayPayment payment) =>
        execution.Send ?? (execution.Movement == Movement.Deposit ? payment.IssuedBy : null);

    /// <summary>
    /// Returns whether the process that answered could know of the send. It cannot know of a request that another call sends in the meantime. A
    /// call that answers NotRefundable or AlreadyOpen has sent nothing itself, and a call that confirms one payment has not sent another.
    /// </summary>
    private static bool IsKnown(Send? send, CallReport report) =>
        send is not null && (send.At <= report.Begun || (send.At <= report.At && IsOwn(send, report)));

    private static bool IsOwn(Send send, CallReport report) =>
        send.From.Name == report.Process && report.Outcome is not ("NotRefundable" or "AlreadyOpen") && (report.PaymentKey is null || report.PaymentKey == send.PaymentKey);

    /// <summary>
    /// Returns another refund of the same amount that was also made, although its row was written after the last request of this refund began and
    /// before the row of this refund. Returns null when there is none, or when a request allowed duplicates.
    /// </summary>
    private AskedRefund? Beside(OrderDiary order, AskedRefund asked) =>
        asked.AllowsDuplicate || ledger.Refund(order.OrderId, asked.Id) is not { } written
            ? null
            : order.Refunds.Find(other => other != asked && other.Amounts.SetEquals(asked.Amounts) && _refunded.ContainsKey((order.OrderId, other.Id))
                && ledger.Refund(order.OrderId, other.Id) is { } begun && begun < written && begun > asked.AskedAt.LastOrDefault(at => at < written, DateTimeOffset.MaxValue));

    private void Canceled(OrderDiary order, Execution execution, Send send)
    {
        var name = order.Purchase.Name;
        if (ledger.RefundOf(send.Key) is not { } owner)
        {
            diary.Violate("unasked-cancel", name, $"{execution.Amount} was refunded under an idempotency key that the ledger does not know.");
            return;
        }

        if (!_refunded.TryGetValue(owner, out var sends))
            _refunded[owner] = sends = [];
        sends.Add(send);
        if (sends.Count > 1)
            diary.Violate("refund-twice", name, $"{owner.RefundId} of {owner.OrderId} was executed {sends.Count} times.");
        if (order.Refund(owner.RefundId) is { } asked)
        {
            if (!asked.IsForEverything && !asked.Amounts.Contains(execution.Amount))
                diary.Violate("unasked-cancel", name, $"{execution.Amount} was refunded for {owner.RefundId}, which requested {string.Join(" or ", asked.Amounts)}.");
            if (Beside(order, asked) is { } other)
                diary.Violate("refund-beside", name, $"{owner.RefundId} of {owner.OrderId} was made, and {other.Id} of the same amount, which was written during its call.");
            return;
        }

        var isDuplicate = order.Purchase.Orders.Exists(other => other != order && other.Payments(gateway).Any(payment => payment.EverTaken));
        if (order.ReversalAsked is null && !isDuplicate)
            diary.Violate("unasked-cancel", name, $"{execution.Amount} of {order.OrderId} was refunded without a request ({owner.RefundId}).");
    }
}
