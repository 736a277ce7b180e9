namespace PaymentSdk.Sandbox.Stores;

/// <summary>Money on its way from a deposited virtual account back to the buyer. Null account: the dashboard knows where to.</summary>
internal sealed record Refund(decimal Amount, RefundAccount? Account, DateTimeOffset At, bool Fails)
{
    private static readonly TimeSpan _untilPaid = TimeSpan.FromDays(2);

    public bool IsPending(DateTimeOffset now) => now - At < _untilPaid;

    public override string ToString() => $"{Amount}";
}
