namespace PaymentSdk;

/// <summary>How recovery queries payments whose outcome is not known, or that wait for something (section <c>Payment:Recovery</c>).</summary>
public sealed class RecoveryOptions
{
    /// <summary>The longest pause of the back-off schedule. Default 1 hour, range 1 second to 1 day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often the ledger is asked for payments, events and webhooks that are due, while there is work. Default 1 second, range 10
    /// milliseconds to 1 minute; it is asked every 20 seconds at least.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest pause between two reads of the ledger while there is no work: it doubles from <see cref="PollInterval"/> up to this. What this process
    /// writes ends it at once; what another process writes (a webhook that came there) is seen after it. Default 10 seconds, range 10
    /// milliseconds to 1 minute; a value below <see cref="PollInterval"/> counts as that.
    /// </summary>
    public TimeSpan IdleInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The steps of the back-off schedule: how long recovery waits after each query that told nothing; the last step repeats. Each
    /// 100 milliseconds to 1 day. Default empty, which is 2 s, 5 s, 15 s, 30 s, 1 min, 2 min, 5 min, 15 min, 1 h.
    /// </summary>
    public IList<TimeSpan> Ladder { get; } = [];

    /// <summary>
    /// How many requests recovery makes to the API in a minute, 1 to 100,000. It is the budget of the merchant: processes that
    /// share a ledger divide it. Payments whose confirm may soon not be sent again come first, then money that goes back, then
    /// what buyers and webhooks ask for (webhooks at most 30 %), then routine; each of the last three keeps at least 10 %.
    /// Default null: 100 for test keys at the provider's own host, which grants them that, no limit otherwise.
    /// </summary>
    public int? RequestsPerMinute { get; set; }
}
