namespace PaymentSdk;

/// <summary>The daily reconciliation (section <c>Payment:Reconciliation</c>).</summary>
public sealed class ReconciliationOptions
{
    /// <summary>Whether a host with a ledger reconciles every day. Default true; <see cref="IReconciliation"/> works either way.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When, in Asia/Seoul: 00:00:00 to 23:59:59. Default 05:00:00, when yesterday is complete.</summary>
    public TimeSpan TimeOfDay { get; set; } = TimeSpan.FromHours(5);

    /// <summary>How many days are compared, yesterday the last one: 1 to 31. Default 3.</summary>
    public int Days { get; set; } = 3;
}
