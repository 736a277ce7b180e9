using System.Collections.Immutable;

namespace PaymentSdk.Simulation.Provider;

/// <summary>Cancels, deposits and payouts (docs/spec/payment-api.md §2.1, §3.12, §5.3).</summary>
internal sealed class Cancels(GatewayModel gateway)
{
    private DateTimeOffset Now => gateway.World.Now;

    /// <summary>Returns the code with which a cancel is refused; null when the cancel is accepted.</summary>
    public string? Refuse(GatewayPayment payment, RequestFields asked, bool atDashboard) =>
        RefuseStatus(payment) ?? RefuseAmount(payment, asked, atDashboard) ?? RefuseAccount(payment, asked, atDashboard);

    /// <summary>Cancels a part of the balance, or all of it.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="amount">The amount; null is the whole balance.</param>
    /// <param name="reason">The cancelReason of the request.</param>
    /// <param name="send">The request; null at the dashboard.</param>
    public Cancellation Cancel(GatewayPayment payment, decimal? amount, string reason, Send? send)
    {
        var version = payment.Latest;
        var wasPaid = version.Status != PaymentStatuses.WaitingForDeposit;
        var much = amount ?? version.Balance;
        var cancel = new Cancellation
        {
            Amount = much,
            Reason = reason,
            At = Now,
            TransactionKey = gateway.NewTransactionKey(payment),
            TaxFree = send?.Fields.TaxFreeAmount ?? 0,
            RequestId = send?.Fields.CancelRequestId,
            Left = version.Balance - much,
            IsWhole = much == version.Balance && version.Cancels.TrueForAll(before => before.Status == Cancellation.Aborted),
            MovesMoney = wasPaid,
            Payout = wasPaid && payment.IsAccount ? PayoutState.Pending : null,
            Send = send,
        };
        if (payment.Plan.CancelsLater && send is not null && wasPaid)
            return Begin(payment, cancel);

        Finish(payment, cancel, version.Cancels.Add(cancel));
        if (cancel.Payout is not null)
            gateway.World.After(payment.Plan.PayoutTakes, gateway.World.Itself, () => PayOut(payment, cancel.TransactionKey));
        return cancel;
    }

    public bool Deposit(GatewayPayment payment)
    {
        var version = payment.Latest;
        if (version.Status != PaymentStatuses.WaitingForDeposit || Now > version.DueDate + gateway.Limits.LateDeposit)
            return false;
        var key = gateway.NewTransactionKey(payment);
        var total = payment.Plan.TakesOnDeposit ? payment.Plan.Takes ?? version.Total : version.Total;
        payment.Execute(new Execution(Movement.Deposit, total, Now, key, PaymentStatuses.Done, null));
        gateway.Move(payment, version with { Status = PaymentStatuses.Done, Total = total, Balance = total, ApprovedAt = Now, LastTransactionKey = key });
        return true;
    }

    /// <summary>Makes the bank take a deposit back: DONE becomes WAITING_FOR_DEPOSIT. Returns false when there is no deposit to return.</summary>
    public bool ReturnDeposit(GatewayPayment payment)
    {
        var version = payment.Latest;
        if (version.Status != PaymentStatuses.Done || !payment.IsAccount)
            return false;
        var key = gateway.NewTransactionKey(payment);
        payment.Execute(new Execution(Movement.ReturnedDeposit, version.Total, Now, key, PaymentStatuses.WaitingForDeposit, null));
        gateway.Move(payment, version with { Status = PaymentStatuses.WaitingForDeposit, ApprovedAt = null, LastTransactionKey = key });
        return true;
    }

    private static string? RefuseStatus(GatewayPayment payment) => payment.Latest.Status switch
    {
        PaymentStatuses.Canceled => "ALREADY_CANCELED_PAYMENT",
        PaymentStatuses.Done or PaymentStatuses.PartialCanceled or PaymentStatuses.WaitingForDeposit => null,
        _ => "NOT_CANCELABLE_PAYMENT",
    };

    private string? RefuseAmount(GatewayPayment payment, RequestFields asked, bool atDashboard)
    {
        var version = payment.Latest;
        var amount = asked.CancelAmount ?? version.Balance;
        return version switch
        {
            _ when !version.Cancels.TrueForAll(cancel => cancel.Status != Cancellation.InProgress) => "ALREADY_REFUNDING_PAYMENT",
            _ when asked.RefundableAmount is { } seen && seen != version.Balance => "NOT_MATCHES_REFUNDABLE_AMOUNT",
            { Balance: 0 } => "NOT_CANCELABLE_AMOUNT",
            _ when amount > version.Balance || amount <= 0 => "NOT_CANCELABLE_AMOUNT",
            _ when asked.TaxFreeAmount < 0 || asked.TaxFreeAmount > amount => "INVALID_REFUND_AMOUNT",
            _ when !atDashboard && payment.Plan.CancelsLater && gateway.Profile.RequiresCancelRequestId && asked.CancelRequestId is not { Length: >= 6 } => "INVALID_REQUEST",
            _ => null,
        };
    }

    private static string? RefuseAccount(GatewayPayment payment, RequestFields asked, bool atDashboard) => payment switch
    {
        { IsAccount: false } => null,
        { Latest.Status: PaymentStatuses.WaitingForDeposit } => asked.CancelAmount < payment.Latest.Balance ? "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT" : null,
        _ when atDashboard => null,
        _ when !asked.NamesRefundAccount => "INVALID_REFUND_ACCOUNT_INFO",
        _ when asked.RefundAccountNumber is not { Length: >= 6 and <= 20 } number || number.Any(letter => !char.IsAsciiDigit(letter)) => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ => null,
    };

    /// <summary>Begins a cancel that the foreign wallet decides later. No money moves until then.</summary>
    private Cancellation Begin(GatewayPayment payment, Cancellation cancel)
    {
        var isDoomed = payment.Plan.AbortsCancel && payment.Latest.Cancels.IsEmpty;
        var version = payment.Latest;
        var isShown = gateway.Profile.ShowsBegunCancels && cancel.Amount < version.Balance;
        var begun = cancel with { Status = Cancellation.InProgress, IsDoomed = isDoomed, IsShown = isShown, Left = isShown ? cancel.Left : version.Balance };
        gateway.Move(payment, isShown
            ? version with { Status = PaymentStatuses.PartialCanceled, Balance = version.Balance - cancel.Amount, Cancels = version.Cancels.Add(begun) }
            : version with { Cancels = version.Cancels.Add(begun) });
        gateway.World.After(payment.Plan.CancelTakes, gateway.World.Itself, () => Decide(payment, begun.TransactionKey));
        return begun;
    }

    private void Decide(GatewayPayment payment, string transactionKey)
    {
        var cancels = payment.Latest.Cancels;
        var open = cancels.Find(cancel => cancel.TransactionKey == transactionKey)!;
        if (open.IsDoomed)
        {
            var aborted = open with { Status = Cancellation.Aborted };
            gateway.Move(payment, Without(payment.Latest, open) with { Cancels = cancels.Replace(open, aborted) }, aborted);
            return;
        }

        if (open.IsShown)
            payment.Show(Without(payment.Latest, open) with { Since = Now });
        var done = open with { Status = Cancellation.Done, At = Now, Left = payment.Latest.Balance - open.Amount };
        Finish(payment, done, cancels.Replace(open, done), decided: done);
    }

    /// <summary>Returns the version as it would be without an open cancel; it is unchanged unless the cancel was shown when it began.</summary>
    private static PaymentVersion Without(PaymentVersion version, Cancellation open) => !open.IsShown ? version : version with
    {
        Balance = version.Balance + open.Amount,
        Status = version.Cancels.Exists(cancel => cancel != open && cancel.Status != Cancellation.Aborted) ? PaymentStatuses.PartialCanceled : PaymentStatuses.Done,
    };

    private void Finish(GatewayPayment payment, Cancellation cancel, ImmutableList<Cancellation> cancels, Cancellation? decided = null)
    {
        var version = payment.Latest;
        var status = cancel.IsWhole ? PaymentStatuses.Canceled : PaymentStatuses.PartialCanceled;
        if (cancel.MovesMoney)
            payment.Execute(new Execution(Movement.Cancel, cancel.Amount, Now, cancel.TransactionKey, status, cancel.Send));
        gateway.Move(payment, version with { Status = status, Balance = version.Balance - cancel.Amount, Cancels = cancels, LastTransactionKey = cancel.TransactionKey }, decided);
    }

    private void PayOut(GatewayPayment payment, string transactionKey)
    {
        var cancels = payment.Latest.Cancels;
        var pending = cancels.Find(cancel => cancel.TransactionKey == transactionKey)!;
        // The payout of a cancel at the dashboard never fails.
        var fails = payment.Plan.PayoutFails && pending.Send is not null;
        var paid = pending with { Payout = fails ? PayoutState.Failed : PayoutState.Completed };
        gateway.Move(payment, payment.Latest with { Cancels = cancels.Replace(pending, paid) });
    }
}
