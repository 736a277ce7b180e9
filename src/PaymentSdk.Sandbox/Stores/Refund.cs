namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The refund of a deposited virtual account to the buyer. The account is null for a cancel on the dashboard, for which the provider already has
/// the account.
/// </summary>
internal sealed record Refund(decimal Amount, RefundAccount? Account, DateTimeOffset At, bool Fails)
{
    private static readonly TimeSpan _untilPaid = TimeSpan.FromDays(2);

    public bool IsPending(DateTimeOffset now) => now - At < _untilPaid;

    public override string ToString() => $"{Amount}";
}
