namespace PaymentSdk.Sandbox.Stores;

/// <summary>The changes of a payment that the passage of time causes (docs/spec/payment-api.md §3.12).</summary>
internal static class Expiry
{
    /// <summary>The time that the buyer has to authenticate the payment in the window.</summary>
    public static readonly TimeSpan TimeToAuthenticate = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan _toConfirm = TimeSpan.FromMinutes(10);

    /// <summary>Returns the payment in the state that it has at this time.</summary>
    public static Payment At(this Payment payment, DateTimeOffset now) => payment switch
    {
        { Status: PaymentStatus.Ready } when now - payment.RequestedAt >= TimeToAuthenticate => Expire(payment),
        { Status: PaymentStatus.InProgress } when now - payment.AuthenticatedAt >= _toConfirm => Expire(payment),
        { Status: PaymentStatus.WaitingForDeposit, VirtualAccount: { Expired: false } account } when now >= account.DueDate
            => payment with { VirtualAccount = account with { Expired = true } },
        _ when ForeignCancelOperations.IsDecided(payment, now) => ForeignCancelOperations.Decide(payment),
        _ => payment,
    };

    /// <summary>Expires a payment that was not confirmed in time.</summary>
    public static Payment Expire(Payment payment) =>
        payment with { Status = PaymentStatus.Expired, Failure = new Failure("EXPIRED_PAYMENT") };
}
