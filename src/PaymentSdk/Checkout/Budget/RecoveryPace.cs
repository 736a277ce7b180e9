namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// How often routine queries are made: the more virtual accounts are open, the longer the pauses, so that all of them together
/// need no more than the routine lane keeps of the request budget.
/// </summary>
internal sealed class RecoveryPace
{
    /// <summary>What is due within this time is counted, and no pause is stretched beyond it.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(1);

    private const int MostCounted = 1_000_000;

    private long _shortest;

    /// <summary>The shortest pause between two routine queries of one row; zero while the budget allows any.</summary>
    public TimeSpan Shortest => TimeSpan.FromTicks(Interlocked.Read(ref _shortest));

    /// <summary>The pause that is planned, stretched if the budget does not allow it.</summary>
    public TimeSpan Routine(TimeSpan planned) => planned > Shortest ? planned : Shortest;

    /// <summary>How many rows are worth counting: more stretch the pauses no further.</summary>
    public static int CountUpTo(int perMinute) => (int)Math.Min(MostCounted, Math.Ceiling(perMinute * LaneBuckets.LowerShare * Horizon.TotalMinutes));

    /// <summary>The shortest pause with so many rows waiting.</summary>
    /// <param name="waiting">The rows that are due in the routine lane within <see cref="Horizon"/>.</param>
    /// <param name="perMinute">The request budget of the merchant; null is none.</param>
    public static TimeSpan ShortestFor(int waiting, int? perMinute)
    {
        if (perMinute is not { } budget)
            return TimeSpan.Zero;
        var pause = TimeSpan.FromMinutes(waiting / (budget * LaneBuckets.LowerShare));
        return pause < Horizon ? pause : Horizon;
    }

    /// <summary>Takes a new count into account.</summary>
    public void Plan(int waiting, int? perMinute) => Interlocked.Exchange(ref _shortest, ShortestFor(waiting, perMinute).Ticks);
}
