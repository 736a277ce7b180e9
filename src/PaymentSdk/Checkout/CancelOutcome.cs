namespace PaymentSdk;

/// <summary>What became of a refund. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record CancelOutcome
{
    private CancelOutcome()
    {
    }

    /// <summary>Runs the one function that fits.</summary>
    public TResult Match<TResult>(
        Func<Done, TResult> done,
        Func<Pending, TResult> pending,
        Func<Checking, TResult> checking,
        Func<Refused, TResult> refused,
        Func<PayoutFailed, TResult> payoutFailed,
        Func<NotCancelable, TResult> notCancelable,
        Func<Unavailable, TResult> unavailable,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(checking);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(payoutFailed);
        ArgumentNullException.ThrowIfNull(notCancelable);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Done outcome => done(outcome),
            Pending outcome => pending(outcome),
            Checking outcome => checking(outcome),
            Refused outcome => refused(outcome),
            PayoutFailed outcome => payoutFailed(outcome),
            NotCancelable outcome => notCancelable(outcome),
            Unavailable outcome => unavailable(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of a refund."),
        };
    }

    /// <summary>The money is back (or the unpaid virtual account is closed).</summary>
    public sealed record Done(Order Order, Refund Refund) : CancelOutcome;

    /// <summary>Accepted; the money is on its way to the buyer.</summary>
    public sealed record Pending(Order Order, Refund Refund) : CancelOutcome;

    /// <summary>Asked for, and what became of it is not known yet. Recovery finds out; ask again with the same <see cref="CancelId"/> to hear it.</summary>
    public sealed record Checking(Order Order, Refund Refund) : CancelOutcome;

    /// <summary>The gateway refused it; nothing was refunded. Another try needs a new <see cref="CancelId"/>.</summary>
    public sealed record Refused(Order Order, Refund Refund) : CancelOutcome;

    /// <summary>Accepted, but the money did not reach the buyer's account: a person has to pay it out.</summary>
    public sealed record PayoutFailed(Order Order, Refund Refund) : CancelOutcome;

    /// <summary>Nothing was asked of the gateway, because it could not be right; <paramref name="Reason"/> says what to change.</summary>
    public sealed record NotCancelable(Order Order, string Reason) : CancelOutcome;

    /// <summary>The ledger is away; surely nothing was refunded.</summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : CancelOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : CancelOutcome;
}
