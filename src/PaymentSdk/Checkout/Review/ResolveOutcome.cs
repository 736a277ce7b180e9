namespace PaymentSdk;

/// <summary>The outcome of an operator's decision. The set of outcomes is closed: use <see cref="Match"/> to handle every case.</summary>
public abstract record ResolveOutcome
{
    private ResolveOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Await asynchronous functions: <c>await outcome.Match(async done => …)</c>.
    /// A version that adds an outcome also adds a parameter here, so that code that does not handle it no longer compiles.
    /// </summary>
    public TResult Match<TResult>(
        Func<Resolved, TResult> resolved,
        Func<Contradicted, TResult> contradicted,
        Func<NotNeeded, TResult> notNeeded,
        Func<NotFound, TResult> notFound)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(contradicted);
        ArgumentNullException.ThrowIfNull(notNeeded);
        ArgumentNullException.ThrowIfNull(notFound);
        return this switch
        {
            Resolved outcome => resolved(outcome),
            Contradicted outcome => contradicted(outcome),
            NotNeeded outcome => notNeeded(outcome),
            NotFound outcome => notFound(outcome),
            _ => throw new InvalidOperationException($"{GetType()} is not a known {nameof(ResolveOutcome)}."),
        };
    }

    /// <summary>The order is resolved as decided, or its reversal has begun.</summary>
    public sealed record Resolved(PaymentOrder Order) : ResolveOutcome;

    /// <summary>
    /// The decision contradicts the ledger or the gateway, or the gateway could not be queried. The order is not resolved.
    /// <paramref name="Reason"/> says what was found and what to do, in Korean and English.
    /// </summary>
    public sealed record Contradicted(PaymentOrder Order, BuyerText Reason) : ResolveOutcome;

    /// <summary>The order does not need an operator.</summary>
    public sealed record NotNeeded(PaymentOrder Order) : ResolveOutcome;

    /// <summary>No order has this id.</summary>
    public sealed record NotFound(OrderId OrderId) : ResolveOutcome;
}
