namespace PaymentSdk.Checkout.Refunds;

/// <summary>
/// What a look at the payment, or the answer to its cancel, says of a refund: settled by the balance and the cancels of the
/// payment, never by the refund's own wish (money.md §6). Pure.
/// </summary>
internal static class RefundReading
{
    private static readonly PaymentErrorCode CanceledElsewhere = PaymentErrorCode.From("ALREADY_CANCELED_PAYMENT");

    /// <summary>The refund as it stands after this observation.</summary>
    public static Refund After(Refund refund, Observation seen, DateTimeOffset now)
    {
        var next = Judge(refund, seen);
        next = next with { QueryOnly = next.QueryOnly || seen.SpendsCancelKey };
        return next.State == refund.State
            ? next with { Tries = refund.Tries + 1 }
            : next with { ChangedAt = now, Tries = RefundStates.IsOpen(refund.State) && next.State != RefundState.Pending ? refund.Tries + 1 : 0 };
    }

    /// <summary>Whether its cancel needs a bank account that we do not have: a deposit went into a virtual account.</summary>
    public static bool NeedsAccount(Refund refund, Payment payment) =>
        !refund.NeedsAccount && payment.VirtualAccount is not null && payment.Status.Value != "WAITING_FOR_DEPOSIT";

    private static Refund Judge(Refund refund, Observation seen)
    {
        var payment = seen.Fact >= ObservedFact.AwaitingDeposit ? seen.Payment : null;
        if (payment is not null && Find(refund, payment, seen.Cancel == CancelAnswer.Accepted) is { } ours)
            return refund with { State = StateOf(ours, payment), TransactionKey = ours.TransactionKey ?? refund.TransactionKey, Amount = refund.Amount ?? ours.CancelAmount };
        if (seen.Fact == ObservedFact.Canceled)
            return Over(refund, payment!);
        return seen.Cancel switch
        {
            CancelAnswer.Refused => refund with { State = RefundState.Refused, FailureCode = seen.CancelCode },
            CancelAnswer.RefusedAgain when payment is not null => refund with { State = RefundState.Refused, FailureCode = seen.CancelCode },
            CancelAnswer.NotSent => refund with { State = RefundState.Requested, FailureCode = seen.CancelCode },
            _ when refund.State is RefundState.Sent => refund with { State = RefundState.Unknown, FailureCode = seen.CancelCode ?? refund.FailureCode },
            _ => refund,
        };
    }

    /// <summary>Nothing is left, and no cancel of it is ours: whoever wanted everything back has it, whoever wanted a part cannot have it.</summary>
    private static Refund Over(Refund refund, Payment payment) =>
        refund.Amount is null || payment.Cancels is not { Count: > 0 }
            ? refund with { State = RefundState.Done }
            : refund with { State = RefundState.Refused, FailureCode = CanceledElsewhere };

    /// <summary>
    /// Our cancel among those of the payment. In the answer to our own call it is the last one. In a query a cancel that
    /// somebody made at the provider's dashboard may have our amount: only the reason tells ours.
    /// </summary>
    private static PaymentCancel? Find(Refund refund, Payment payment, bool isAnswer)
    {
        var cancels = payment.Cancels ?? [];
        if (refund.TransactionKey is { } key)
            return cancels.FirstOrDefault(cancel => cancel.TransactionKey == key);
        var later = cancels.Skip(refund.CancelsBefore).Where(cancel => refund.Amount is not { } amount || cancel.CancelAmount == amount).ToList();
        if (isAnswer && later.Count > 0)
            return later[^1];
        return later.FirstOrDefault(cancel => string.Equals(cancel.CancelReason, refund.Reason, StringComparison.Ordinal));
    }

    private static RefundState StateOf(PaymentCancel cancel, Payment payment) => (cancel.CancelStatus?.Value, payment.VirtualAccount?.RefundStatus?.Value) switch
    {
        ("IN_PROGRESS", _) => RefundState.Pending,
        ("ABORTED", _) => RefundState.Refused,
        (_, "PENDING") => RefundState.Pending,
        (_, "FAILED" or "PARTIAL_FAILED") => RefundState.PayoutFailed,
        _ => RefundState.Done,
    };
}
