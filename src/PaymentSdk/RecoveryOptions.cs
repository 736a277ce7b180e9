namespace PaymentSdk;

/// <summary>How the recovery worker settles open outcomes (section <c>Payment:Recovery</c>).</summary>
public sealed class RecoveryOptions
{
    /// <summary>Cap of the back-off ladder. Default 15 minutes, range 1 second to 1 day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the worker looks for due rows. Default 1 second, range 10 milliseconds to 1 minute.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);
}
