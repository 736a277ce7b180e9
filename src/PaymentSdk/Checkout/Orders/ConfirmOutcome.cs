namespace PaymentSdk;

/// <summary>What became of confirming a payment. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record ConfirmOutcome
{
    private ConfirmOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Asynchronous functions are awaited: <c>await outcome.Match(async done => …)</c>. A version
    /// that adds an outcome adds a parameter here, so that code which does not handle it no longer compiles.
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
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of confirming."),
        };
    }

    /// <summary>Approved: ship.</summary>
    public sealed record Paid(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>A virtual account was issued; ship when its deposit is in.</summary>
    public sealed record AwaitingDeposit(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>Sent, and the outcome is not known yet. Recovery finds it; never open another payment meanwhile.</summary>
    public sealed record Checking(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>Refused; the buyer may try again under a new order id (<see cref="ICheckout.OpenAgainAsync"/>).</summary>
    public sealed record Declined(PaymentOrder Order, PaymentErrorCode Code, BuyerText BuyerText) : ConfirmOutcome;

    /// <summary>
    /// This attempt was surely not charged, for a reason that is not the buyer's: the API is out of reach, the keys are wrong, or
    /// the ledger surely wrote nothing. <paramref name="Reason"/> is for the log.
    /// </summary>
    public sealed record NotCharged(OrderId OrderId, string Reason) : ConfirmOutcome;

    /// <summary>
    /// The ledger cannot be read or did not acknowledge: nothing was sent by this call, unless <see cref="IsRunning"/>, and what happened
    /// before is not known. Ask again with the same payment key and order id; never open another payment meanwhile.
    /// <paramref name="Reason"/> is for the log.
    /// </summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : ConfirmOutcome
    {
        /// <summary>Whether the caller stopped waiting while the call goes on: it may still send, so that not even of this call it is known that nothing was sent. Default false.</summary>
        public bool IsRunning { get; init; }
    }

    /// <summary>The amount that the browser sent is not the stored one. Nothing was sent, nothing changed.</summary>
    public sealed record AmountMismatch(PaymentOrder Order) : ConfirmOutcome;

    /// <summary>This payment cannot be confirmed: another one of the purchase is live, or the order is closed. <paramref name="Live"/> tells which.</summary>
    public sealed record NotOpen(PaymentOrder Live) : ConfirmOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : ConfirmOutcome;
}
