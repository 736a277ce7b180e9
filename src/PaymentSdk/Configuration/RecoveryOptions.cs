namespace PaymentSdk;

/// <summary>
/// The settings of recovery, which queries payments whose outcome is not known or that wait for something (section <c>Payment:Recovery</c>).
/// </summary>
public sealed class RecoveryOptions
{
    /// <summary>The longest pause of the back-off schedule. Default 1 hour, range 1 second to 1 day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often the ledger is read for due payments, events and webhooks while there is work. Default 1 second, range 10 milliseconds to 1 minute.
    /// Payments are read at least every 20 seconds.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest pause between two reads of the ledger while there is no work. The pause starts at <see cref="PollInterval"/> and doubles up to
    /// this value. A write of this process ends the pause at once; a write of another process, such as a webhook received there, is noticed when the
    /// pause ends. Default 10 seconds, range 10 milliseconds to 1 minute. A value below <see cref="PollInterval"/> counts as
    /// <see cref="PollInterval"/>.
    /// </summary>
    public TimeSpan IdleInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The steps of the back-off schedule: how long recovery waits after each query that does not resolve the outcome. The last step repeats. Each
    /// step is 100 milliseconds to 1 day. Default empty, which means 2 s, 5 s, 15 s, 30 s, 1 min, 2 min, 5 min, 15 min, 1 h.
    /// </summary>
    public IList<TimeSpan> Ladder { get; } = [];

    /// <summary>
    /// How many requests recovery sends to the API per minute, 1 to 100,000. This is the budget of the merchant; processes that share a ledger divide
    /// it. Confirms that can soon no longer be sent again come first, then refunds and reversals, then queries that buyers and webhooks request
    /// (webhooks at most 30 %), then routine queries. Each of the last three keeps at least 10 %. Default null, which means 100 for test keys at the
    /// provider's own host, as the provider allows, and no limit otherwise.
    /// </summary>
    public int? RequestsPerMinute { get; set; }
}
