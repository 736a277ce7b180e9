namespace PaymentSdk;

/// <summary>The settings of the daily reconciliation (section <c>Payment:Reconciliation</c>).</summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// Whether a host with a ledger reconciles every day. Default true. <see cref="IReconciliation"/> can be called in either case.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The time of day of the reconciliation, in Asia/Seoul: 00:00:00 to 23:59:59. Default 05:00:00, when the previous day is complete.
    /// </summary>
    public TimeSpan TimeOfDay { get; set; } = TimeSpan.FromHours(5);

    /// <summary>The number of days to compare, up to and including yesterday: 1 to 31. Default 3.</summary>
    public int Days { get; set; } = 3;
}
