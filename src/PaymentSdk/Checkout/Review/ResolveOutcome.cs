namespace PaymentSdk;

/// <summary>What became of an operator's decision. Closed: use <see cref="Match"/>, so that no case is forgotten.</summary>
public abstract record ResolveOutcome
{
    private ResolveOutcome()
    {
    }

    /// <summary>
    /// Runs the function of this outcome and returns its result. Asynchronous functions are awaited: <c>await outcome.Match(async done => …)</c>. A version
    /// that adds an outcome adds a parameter here, so that code which does not handle it no longer compiles.
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
            _ => throw new InvalidOperationException($"{GetType()} is not an outcome of resolving."),
        };
    }

    /// <summary>The order is settled so, or (a reverse) is being settled.</summary>
    public sealed record Resolved(PaymentOrder Order) : ResolveOutcome;

    /// <summary>The gateway says otherwise, or could not be asked; nothing changed. <paramref name="Reason"/> says what it showed and what to do.</summary>
    public sealed record Contradicted(PaymentOrder Order, string Reason) : ResolveOutcome;

    /// <summary>The order does not need an operator.</summary>
    public sealed record NotNeeded(PaymentOrder Order) : ResolveOutcome;

    /// <summary>No such order.</summary>
    public sealed record NotFound(OrderId OrderId) : ResolveOutcome;
}
