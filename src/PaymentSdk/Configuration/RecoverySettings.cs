namespace PaymentSdk.Configuration;

/// <summary>The compiled form of <see cref="RecoveryOptions"/>.</summary>
/// <param name="MaxDelay">The longest pause of the back-off schedule.</param>
/// <param name="PollInterval">How often the ledger is read while there are due rows.</param>
/// <param name="IdleInterval">The longest pause between two reads while there are no due rows.</param>
/// <param name="Ladder">The steps of the back-off schedule; never empty.</param>
/// <param name="RequestsPerMinute">The request budget of the merchant; null means no limit.</param>
internal sealed record RecoverySettings(TimeSpan MaxDelay, TimeSpan PollInterval, TimeSpan IdleInterval, IReadOnlyList<TimeSpan> Ladder, int? RequestsPerMinute)
{
    private const int OfTestKeys = 100;

    private static readonly TimeSpan[] DefaultLadder =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    public static RecoverySettings Compile(RecoveryOptions options, bool testKeysAtTheProvider) => new(
        options.MaxDelay,
        options.PollInterval,
        options.IdleInterval,
        options.Ladder.Count > 0 ? [.. options.Ladder] : DefaultLadder,
        options.RequestsPerMinute ?? (testKeysAtTheProvider ? OfTestKeys : null));

    /// <summary>Returns the pause after this number of tries.</summary>
    public TimeSpan Backoff(int tries)
    {
        var step = Ladder[Math.Clamp(tries, 0, Ladder.Count - 1)];
        return step < MaxDelay ? step : MaxDelay;
    }
}
