namespace PaymentSdk.Checkout.Budget;

/// <summary>
/// Slows the requests of this process down after the API answered 429. Each 429 halves the rate, at most four times. Each minute
/// without a 429 doubles it again.
/// </summary>
internal sealed class ApiSlowdown(TimeProvider time)
{
    private const int MostHalvings = 4;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>429 answers within this time count as one, because their calls were under way together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause accepted from a Retry-After header. A confirm must be queried and sent again within minutes.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private int _halvings;
    private long _last;
    private long? _resume;

    /// <summary>The share of the full rate: 1, 1/2, 1/4, 1/8 or 1/16.</summary>
    public double Factor => 1.0 / (1 << Halvings);

    /// <summary>Whether a pause that the API requested has not ended yet.</summary>
    public bool IsPaused => _resume is { } resume && time.GetTimestamp() < resume;

    private int Halvings => _halvings == 0 ? 0 : Math.Max(0, _halvings - (int)Math.Min(MostHalvings, time.GetElapsedTime(_last) / Step));

    /// <summary>Records a 429 answer.</summary>
    /// <param name="retryAfter">The pause that the answer requested; null when it requested none.</param>
    /// <returns>Whether the answer slows this process further.</returns>
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
