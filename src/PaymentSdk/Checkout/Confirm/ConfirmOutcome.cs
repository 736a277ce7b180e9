namespace PaymentSdk;

/// <summary>The outcome of confirming a payment. The set of outcomes is closed: use <see cref="Match"/> to handle every case.</summary>
public abstract record ConfirmOutcome
{
    private ConfirmOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Await asynchronous functions: <c>await outcome.Match(async done => …)</c>.
    /// A version that adds an outcome also adds a parameter here, so that code that does not handle it no longer compiles.
    /// </summary>
    public TResult Match<TResult>(
        Func<Paid, TResult> paid,
        Func<AwaitingDeposit, TResult> awaitingDeposit,
        Func<Checking, TResult> checking,
        Func<Declined, TResult> declined,
        Func<NotCharged, TResult> notCharged,
        Func<Unavailable, TResult> unavailable,
        Func<AmountMismatch, TResult> amountMismatch,
        Func<NotOpen, TResult> notOpen,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(paid);
        ArgumentNullException.ThrowIfNull(awaitingDeposit);
        ArgumentNullException.ThrowIfNull(checking);
        ArgumentNullException.ThrowIfNull(declined);
        ArgumentNullException.ThrowIfNull(notCharged);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(amountMismatch);
        ArgumentNullException.ThrowIfNull(notOpen);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Paid outcome => paid(outcome),
            AwaitingDeposit outcome => awaitingDeposit(outcome),
            Checking outcome => checking(outcome),
            Declined outcome => declined(outcome),
            NotCharged outcome => notCharged(outcome),
            Unavailable outcome => unavailable(outcome),
            AmountMismatch outcome => amountMismatch(outcome),
            NotOpen outcome => notOpen(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not a known {nameof(ConfirmOutcome)}."),
        };
    }

    /// <summary>The payment is approved; ship the order.</summary>
    public sealed record Paid(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>A virtual account was issued. Ship the order when the deposit has arrived.</summary>
    public sealed record AwaitingDeposit(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>
    /// The confirm may have been sent, and its outcome is not known yet. Recovery resolves it; do not open another payment in the meantime.
    /// </summary>
    public sealed record Checking(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>The payment was refused. The buyer may try again under a new order id (<see cref="ICheckout.OpenAgainAsync"/>).</summary>
    public sealed record Declined(PaymentOrder Order, PaymentErrorCode Code, BuyerText BuyerText) : ConfirmOutcome;

    /// <summary>
    /// This attempt was surely not charged, for a reason other than a refusal: the API cannot be reached, it refused the keys, or the ledger is known
    /// to have written nothing. <paramref name="Reason"/> is for the log.
    /// </summary>
    public sealed record NotCharged(OrderId OrderId, string Reason) : ConfirmOutcome;

    /// <summary>
    /// The ledger cannot be read, or did not acknowledge a commit. This call sent nothing, unless <see cref="IsRunning"/> is true; what happened
    /// before it is not known. Call again with the same payment key and order id, and do not open another payment in the meantime.
    /// <paramref name="Reason"/> is for the log.
    /// </summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : ConfirmOutcome
    {
        /// <summary>Whether the call continues after its caller has stopped waiting. Such a call may still send the confirm. Default false.</summary>
        public bool IsRunning { get; init; }
    }

    /// <summary>The amount from the browser differs from the stored one. Nothing was sent, and nothing changed.</summary>
    public sealed record AmountMismatch(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>
    /// This payment cannot be confirmed: another attempt of the purchase is live, the order is closed, or another order has this payment key.
    /// <paramref name="Live"/> is the live attempt if it is known, otherwise this order.
    /// </summary>
    public sealed record NotOpen(PaymentOrder Live) : ConfirmOutcome;

    /// <summary>No order has this id.</summary>
    public sealed record NotFound(OrderId OrderId) : ConfirmOutcome;
}
