namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// How much less this process asks after the API answered 429: half as much for a minute, half of that when it says so again,
/// and twice as much with each minute in which it does not.
/// </summary>
internal sealed class ApiSlowdown(TimeProvider time)
{
    private const int MostHalvings = 4;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Answers to calls that were under way together are one answer.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause that the API may ask for: a confirm must be queried and sent again within minutes.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private int _halvings;
    private long _last;
    private long? _resume;

    /// <summary>1 at full speed, then 1/2, 1/4, 1/8, 1/16.</summary>
    public double Factor => 1.0 / (1 << Halvings);

    /// <summary>Whether the API has asked for no requests now.</summary>
    public bool IsPaused => _resume is { } resume && time.GetTimestamp() < resume;

    private int Halvings => _halvings == 0 ? 0 : Math.Max(0, _halvings - (int)Math.Min(MostHalvings, time.GetElapsedTime(_last) / Step));

    /// <summary>Takes note of a 429.</summary>
    /// <param name="retryAfter">The pause that the answer asked for; null when it asked for none.</param>
    /// <returns>Whether it slows this process further.</returns>
    public bool Note(TimeSpan? retryAfter)
    {
        var (now, halvings) = (time.GetTimestamp(), Halvings);
        if (retryAfter is { } pause)
            _resume = Math.Max(_resume ?? 0, now + (long)((pause < LongestPause ? pause : LongestPause).TotalSeconds * time.TimestampFrequency));
        if (halvings > 0 && time.GetElapsedTime(_last, now) < Together)
            return false;
        (_halvings, _last) = (Math.Min(MostHalvings, halvings + 1), now);
        return _halvings > halvings;
    }
}
