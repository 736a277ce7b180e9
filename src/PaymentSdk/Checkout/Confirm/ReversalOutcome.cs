namespace PaymentSdk;

/// <summary>The outcome of a reversal. The set of outcomes is closed: use <see cref="Match"/> to handle every case.</summary>
public abstract record ReversalOutcome
{
    private ReversalOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Await asynchronous functions: <c>await outcome.Match(async done => …)</c>.
    /// A version that adds an outcome also adds a parameter here, so that code that does not handle it no longer compiles.
    /// </summary>
    public TResult Match<TResult>(
        Func<Reversed, TResult> reversed,
        Func<Checking, TResult> checking,
        Func<Watched, TResult> watched,
        Func<NeedsAttention, TResult> needsAttention,
        Func<Unavailable, TResult> unavailable,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(reversed);
        ArgumentNullException.ThrowIfNull(checking);
        ArgumentNullException.ThrowIfNull(watched);
        ArgumentNullException.ThrowIfNull(needsAttention);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Reversed outcome => reversed(outcome),
            Checking outcome => checking(outcome),
            Watched outcome => watched(outcome),
            NeedsAttention outcome => needsAttention(outcome),
            Unavailable outcome => unavailable(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not a known {nameof(ReversalOutcome)}."),
        };
    }

    /// <summary>The shop holds no money from this order and will not receive any.</summary>
    public sealed record Reversed(PaymentOrder Order) : ReversalOutcome;

    /// <summary>The request is in the ledger, and the order is no longer confirmed. Recovery finishes the reversal.</summary>
    public sealed record Checking(PaymentOrder Order) : ReversalOutcome;

    /// <summary>
    /// The order had ended without a known charge, but its payment had been sent. The payment is queried until <paramref name="WatchedUntil"/>, and
    /// is refunded if it turns out to be charged. The order is no longer confirmed.
    /// </summary>
    public sealed record Watched(PaymentOrder Order, DateTimeOffset WatchedUntil) : ReversalOutcome;

    /// <summary>
    /// The reversal is not finished, because the gateway does not allow the cancel or a payout has failed: an operator must resolve the order. Also
    /// returned when an operator has decided that the shop keeps the money.
    /// </summary>
    public sealed record NeedsAttention(PaymentOrder Order) : ReversalOutcome;

    /// <summary>
    /// The ledger cannot be read or did not acknowledge the commit, so it is not known whether the request was written. Call again.
    /// </summary>
    public sealed record Unavailable(OrderId OrderId, BuyerText Reason) : ReversalOutcome
    {
        /// <summary>Whether it is known that nothing was written.</summary>
        internal bool NothingWritten { get; init; }
    }

    /// <summary>No order has this id.</summary>
    public sealed record NotFound(OrderId OrderId) : ReversalOutcome;
}
