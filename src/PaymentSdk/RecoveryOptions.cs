namespace PaymentSdk;

/// <summary>How the recovery worker settles open outcomes (section <c>Payment:Recovery</c>).</summary>
public sealed class RecoveryOptions
{
    /// <summary>Cap of the back-off ladder. Default 15 minutes, range 1 second to 1 day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the worker looks for due rows. Default 1 second, range 10 milliseconds to 1 minute.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The back-off ladder: how long recovery waits after each look that settled nothing; the last step repeats. Each step
    /// 100 milliseconds to 1 day. Default empty, which is 2 s, 5 s, 15 s, 30 s, 1 min, 2 min, 5 min, 15 min, 1 h.
    /// </summary>
    public IList<TimeSpan> Ladder { get; } = [];

    /// <summary>
    /// How many rows recovery may look up at the API in a minute, 1 to 100,000; those that a webhook asked for get 30 % of
    /// them. Default null: 100 for test keys at the provider's own host, which grants them that (payment-api.md §1.6), no
    /// limit otherwise.
    /// </summary>
    public int? RequestsPerMinute { get; set; }
}
