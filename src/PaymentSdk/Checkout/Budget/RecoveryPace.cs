namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// The pace of routine queries. The more rows are waiting, the longer the pauses, so that the routine queries together stay within
/// the share of the request budget that the routine lane has.
/// </summary>
internal sealed class RecoveryPace
{
    /// <summary>The time ahead for which due rows are counted, and the maximum of <see cref="Shortest"/>.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(1);

    private const int MostCounted = 1_000_000;

    private long _shortest;

    /// <summary>The shortest pause between two routine queries of one row; zero while the budget allows every planned pause.</summary>
    public TimeSpan Shortest => TimeSpan.FromTicks(Interlocked.Read(ref _shortest));

    /// <summary>Returns the planned pause, or <see cref="Shortest"/> when that is longer.</summary>
    public TimeSpan Routine(TimeSpan planned) => planned > Shortest ? planned : Shortest;

    /// <summary>Returns the number of rows up to which counting is useful. Rows beyond it do not lengthen the pauses further.</summary>
    public static int CountUpTo(int perMinute) => (int)Math.Min(MostCounted, Math.Ceiling(perMinute * LaneBuckets.LowerShare * Horizon.TotalMinutes));

    /// <summary>Returns the shortest pause for a number of waiting rows.</summary>
    /// <param name="waiting">The rows that are due in the routine lane within <see cref="Horizon"/>.</param>
    /// <param name="perMinute">The request budget of the merchant per minute; null for no limit.</param>
    public static TimeSpan ShortestFor(int waiting, int? perMinute)
    {
        if (perMinute is not { } budget)
            return TimeSpan.Zero;
        var pause = TimeSpan.FromMinutes(waiting / (budget * LaneBuckets.LowerShare));
        return pause < Horizon ? pause : Horizon;
    }

    /// <summary>Updates the shortest pause for a new count.</summary>
    public void Plan(int waiting, int? perMinute) => Interlocked.Exchange(ref _shortest, ShortestFor(waiting, perMinute).Ticks);
}
