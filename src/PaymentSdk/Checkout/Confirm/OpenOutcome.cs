namespace PaymentSdk;

/// <summary>The outcome of opening a purchase.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Await asynchronous functions: <c>await outcome.Match(async done => …)</c>.
    /// A version that adds an outcome also adds a parameter here, so that code that does not handle it no longer compiles.
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
            _ => throw new InvalidOperationException($"{GetType()} is not a known {nameof(OpenOutcome)}."),
        };
    }

    /// <summary>The purchase is open, and its order id is ready for the payment window.</summary>
    public sealed record Opened(PaymentOrder Order) : OpenOutcome;

    /// <summary>
    /// The purchase cannot be opened: it has a live attempt (for example one that is being checked, is paid, or awaits its deposit), or an attempt
    /// has already been sent with a different price or currency.
    /// </summary>
    public sealed record NotOpen(PaymentOrder Live) : OpenOutcome;

    /// <summary>No order has this id. Only <see cref="ICheckout.OpenAgainAsync"/> returns this outcome.</summary>
    public sealed record NotFound(OrderId OrderId) : OpenOutcome;
}
