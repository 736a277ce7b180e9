namespace PaymentSdk;

/// <summary>What the ledger keeps, and how long (section <c>Payment:Retention</c>).</summary>
public sealed class RetentionOptions
{
    /// <summary>Whether a host with a ledger deletes every day what is old enough. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When, in Asia/Seoul: 00:00:00 to 23:59:59. Default 04:00:00.</summary>
    public TimeSpan TimeOfDay { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long purchases are kept of which nothing was ever paid: 1 to 3660 days. Default 30 days.</summary>
    public TimeSpan NeverPaid { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long purchases that were paid, and the lines of the books, are kept after their last move: 365 to 36600 days.
    /// Default 1827 days, five years (the Korean e-commerce act asks for them).
    /// </summary>
    public TimeSpan Payments { get; set; } = TimeSpan.FromDays(1827);

    /// <summary>How long webhooks are kept: 1 to 3660 days. Default 30 days.</summary>
    public TimeSpan Inbox { get; set; } = TimeSpan.FromDays(30);
}
