namespace PaymentSdk;

/// <summary>What became of a reversal. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record ReversalOutcome
{
    private ReversalOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Asynchronous functions are awaited: <c>await outcome.Match(async done => …)</c>. A version
    /// that adds an outcome adds a parameter here, so that code which does not handle it no longer compiles.
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
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of a reversal."),
        };
    }

    /// <summary>No money of this order is with the shop, and none will come.</summary>
    public sealed record Reversed(PaymentOrder Order) : ReversalOutcome;

    /// <summary>The request is in the ledger and nothing confirms the order any more; recovery finishes it.</summary>
    public sealed record Checking(PaymentOrder Order) : ReversalOutcome;

    /// <summary>
    /// The order had ended and no charge of it is known, but it was sent: it is queried until <paramref name="WatchedUntil"/>, and
    /// money that is found goes back. Nothing confirms the order any more.
    /// </summary>
    public sealed record Watched(PaymentOrder Order, DateTimeOffset WatchedUntil) : ReversalOutcome;

    /// <summary>The gateway does not let it be undone: an operator has to.</summary>
    public sealed record NeedsAttention(PaymentOrder Order) : ReversalOutcome;

    /// <summary>The ledger cannot be read or did not acknowledge: whether the request was written is not known. Ask again.</summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : ReversalOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : ReversalOutcome;
}
