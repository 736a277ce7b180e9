namespace PaymentSdk;

/// <summary>What became of opening a purchase.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Asynchronous functions are awaited: <c>await outcome.Match(async done => …)</c>. A version
    /// that adds an outcome adds a parameter here, so that code which does not handle it no longer compiles.
    /// </summary>
    public TResult Match<TResult>(Func<Opened, TResult> opened, Func<NotOpen, TResult> notOpen, Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(notOpen);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Opened outcome => opened(outcome),
            NotOpen outcome => notOpen(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of opening."),
        };
    }

    /// <summary>A new order id is ready for the window.</summary>
    public sealed record Opened(PaymentOrder Order) : OpenOutcome;

    /// <summary>The purchase already has a live attempt (being checked, paid, awaiting its deposit, cancelled).</summary>
    public sealed record NotOpen(PaymentOrder Live) : OpenOutcome;

    /// <summary>No such order; only <see cref="ICheckout.OpenAgainAsync"/> answers this.</summary>
    public sealed record NotFound(OrderId OrderId) : OpenOutcome;
}
