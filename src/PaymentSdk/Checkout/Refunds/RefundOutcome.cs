namespace PaymentSdk;

/// <summary>What became of a refund. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record RefundOutcome
{
    private RefundOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Asynchronous functions are awaited: <c>await outcome.Match(async done => …)</c>. A version
    /// that adds an outcome adds a parameter here, so that code which does not handle it no longer compiles.
    /// </summary>
    public TResult Match<TResult>(
        Func<Done, TResult> done,
        Func<Pending, TResult> pending,
        Func<Checking, TResult> checking,
        Func<Refused, TResult> refused,
        Func<PayoutFailed, TResult> payoutFailed,
        Func<AlreadyOpen, TResult> alreadyOpen,
        Func<NotRefundable, TResult> notRefundable,
        Func<NotRefunded, TResult> notRefunded,
        Func<Unavailable, TResult> unavailable,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(checking);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(payoutFailed);
        ArgumentNullException.ThrowIfNull(alreadyOpen);
        ArgumentNullException.ThrowIfNull(notRefundable);
        ArgumentNullException.ThrowIfNull(notRefunded);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Done outcome => done(outcome),
            Pending outcome => pending(outcome),
            Checking outcome => checking(outcome),
            Refused outcome => refused(outcome),
            PayoutFailed outcome => payoutFailed(outcome),
            AlreadyOpen outcome => alreadyOpen(outcome),
            NotRefundable outcome => notRefundable(outcome),
            NotRefunded outcome => notRefunded(outcome),
            Unavailable outcome => unavailable(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of a refund."),
        };
    }

    /// <summary>The money is back (or the unpaid virtual account is closed).</summary>
    public sealed record Done(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>Accepted; the money is on its way to the buyer.</summary>
    public sealed record Pending(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>Asked for, and what became of it is not known yet. Recovery finds out; ask again with the same <see cref="RefundId"/> to learn it.</summary>
    public sealed record Checking(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>The gateway refused it; nothing was refunded. Another try needs a new <see cref="RefundId"/>.</summary>
    public sealed record Refused(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>Accepted, but the money did not reach the buyer's account: an operator has to pay it out.</summary>
    public sealed record PayoutFailed(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>
    /// Another refund of the same amount was open on this order while this one was asked for: <paramref name="Refund"/>. Nothing was asked of the
    /// gateway and the <see cref="RefundId"/> was not used. If it is the same refund, there is nothing to do; if it is a second one, ask again with
    /// <see cref="RefundRequest.AllowDuplicate"/> when the open one has ended.
    /// </summary>
    public sealed record AlreadyOpen(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>Nothing was asked of the gateway, because it could not be right; <paramref name="Reason"/> says what to change.</summary>
    public sealed record NotRefundable(PaymentOrder Order, string Reason) : RefundOutcome;

    /// <summary>
    /// The ledger surely wrote nothing of this refund, and nothing was sent: nothing was refunded under this
    /// <see cref="RefundId"/>. Ask again with the same one.
    /// </summary>
    public sealed record NotRefunded(OrderId OrderId, string Reason) : RefundOutcome;

    /// <summary>
    /// The ledger cannot be read or did not acknowledge: nothing was sent by this call, and what happened before is not known. Ask
    /// again with the same <see cref="RefundId"/>.
    /// </summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : RefundOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : RefundOutcome;
}
