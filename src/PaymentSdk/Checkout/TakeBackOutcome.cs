namespace PaymentSdk;

/// <summary>What became of taking an order back. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record TakeBackOutcome
{
    private TakeBackOutcome()
    {
    }

    /// <summary>Runs the one function that fits.</summary>
    public TResult Match<TResult>(
        Func<TakenBack, TResult> takenBack,
        Func<Checking, TResult> checking,
        Func<NeedsAttention, TResult> needsAttention,
        Func<Unavailable, TResult> unavailable,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(takenBack);
        ArgumentNullException.ThrowIfNull(checking);
        ArgumentNullException.ThrowIfNull(needsAttention);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            TakenBack outcome => takenBack(outcome),
            Checking outcome => checking(outcome),
            NeedsAttention outcome => needsAttention(outcome),
            Unavailable outcome => unavailable(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of taking back."),
        };
    }

    /// <summary>No money of this order is with the shop, and none will come.</summary>
    public sealed record TakenBack(Order Order) : TakeBackOutcome;

    /// <summary>The wish is in the ledger and nothing confirms the order any more; recovery sees it through.</summary>
    public sealed record Checking(Order Order) : TakeBackOutcome;

    /// <summary>The gateway does not let it be undone: a person has to.</summary>
    public sealed record NeedsAttention(Order Order) : TakeBackOutcome;

    /// <summary>The ledger is away; nothing changed.</summary>
    public sealed record Unavailable(OrderId OrderId, string Reason) : TakeBackOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : TakeBackOutcome;
}
