namespace PaymentSdk;

/// <summary>The settings that determine how long the ledger keeps its data (section <c>Payment:Retention</c>).</summary>
public sealed class RetentionOptions
{
    /// <summary>Whether a host with a ledger deletes old data every day. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The time of day of the deletion, in Asia/Seoul: 00:00:00 to 23:59:59. Default 04:00:00.</summary>
    public TimeSpan TimeOfDay { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long purchases that were never paid are kept: 1 to 3660 days. Default 30 days.</summary>
    public TimeSpan NeverPaid { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long paid purchases are kept after their last move, and money movements after they happened: 365 to 36600 days. Default 1827 days, the
    /// five years that the Korean E-Commerce Act requires.
    /// </summary>
    public TimeSpan Payments { get; set; } = TimeSpan.FromDays(1827);

    /// <summary>How long webhooks are kept: 1 to 3660 days. Default 30 days.</summary>
    public TimeSpan Inbox { get; set; } = TimeSpan.FromDays(30);
}
