namespace PaymentSdk.Checkout;

/// <summary>Webhooks may cause 30 % of the requests of recovery and no more (money.md §5): the rest wait their turn.</summary>
internal sealed class HintBudget(RequestBudget budget)
{
    private const double Share = 0.3;
    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>When a query that a hint asks for at <paramref name="wanted"/> may be made.</summary>
    public DateTimeOffset Next(DateTimeOffset wanted)
    {
        if (budget.PerMinute is not { } perMinute)
            return wanted;
        var (most, minute) = (Math.Max(1, (int)(perMinute * Share)), TimeSpan.FromMinutes(1));
        lock (_lock)
        {
            // A burst as large as a minute's share goes at once; after it, one every share of a minute.
            var earliest = _next - minute;
            var due = earliest > wanted ? earliest : wanted;
            _next = (_next > wanted ? _next : wanted) + (minute / most);
            return due;
        }
    }
}
