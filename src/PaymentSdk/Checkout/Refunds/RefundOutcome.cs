namespace PaymentSdk;

/// <summary>The outcome of a refund. The set of outcomes is closed: use <see cref="Match"/> to handle every case.</summary>
public abstract record RefundOutcome
{
    private RefundOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Await asynchronous functions: <c>await outcome.Match(async done => …)</c>.
    /// A version that adds an outcome also adds a parameter here, so that code that does not handle it no longer compiles.
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
            _ => throw new InvalidOperationException($"{GetType()} is not a known {nameof(RefundOutcome)}."),
        };
    }

    /// <summary>The amount was refunded, or the virtual account without a deposit was closed.</summary>
    public sealed record Done(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>The gateway accepted the refund, and the money is on its way to the buyer.</summary>
    public sealed record Pending(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>
    /// The refund was requested, and its outcome is not known yet. Recovery resolves it; call again with the same <see cref="RefundId"/> to read the
    /// outcome.
    /// </summary>
    public sealed record Checking(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>The gateway refused the refund, and nothing was refunded. To try again, use a new <see cref="RefundId"/>.</summary>
    public sealed record Refused(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>The gateway accepted the refund, but the money did not reach the buyer's account. An operator must pay it out.</summary>
    public sealed record PayoutFailed(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>
    /// Another refund of the same amount, <paramref name="Refund"/>, was open on this order during the call. Nothing was sent, and the
    /// <see cref="RefundId"/> was not used. If the two are the same refund, no action is needed. If a second refund is intended, call again with
    /// <see cref="RefundRequest.AllowDuplicate"/> after the open one has ended.
    /// </summary>
    public sealed record AlreadyOpen(PaymentOrder Order, RefundResult Refund) : RefundOutcome;

    /// <summary>
    /// Nothing was sent, because the order cannot be refunded in this way. <paramref name="Reason"/> says what to change, in Korean and English.
    /// </summary>
    public sealed record NotRefundable(PaymentOrder Order, BuyerText Reason) : RefundOutcome;

    /// <summary>
    /// It is known that the ledger wrote nothing about this refund and nothing was sent, so nothing was refunded under this <see
    /// cref="RefundId"/>. Call again with the same id.
    /// </summary>
    public sealed record NotRefunded(OrderId OrderId, BuyerText Reason) : RefundOutcome;

    /// <summary>
    /// The ledger cannot be read, or did not acknowledge the commit. This call sent nothing; what happened before it is not known. Call again with
    /// the same <see cref="RefundId"/>.
    /// </summary>
    public sealed record Unavailable(OrderId OrderId, BuyerText Reason) : RefundOutcome;

    /// <summary>No order has this id.</summary>
    public sealed record NotFound(OrderId OrderId) : RefundOutcome;
}
