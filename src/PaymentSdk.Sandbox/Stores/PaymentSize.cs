namespace PaymentSdk.Sandbox.Stores;

/// <summary>About how much memory a payment takes: as it is, and as it was before its last move.</summary>
internal static class PaymentSize
{
    private const long _payment = 2_000;
    private const long _move = 500;

    public static long Of(Payment payment) => _payment
        + Of(payment.Session)
        + (_move * (payment.Cancels.Count + payment.Executions.Count + (payment.VirtualAccount?.Refunds.Count ?? 0)))
        + payment.Cancels.Sum(cancel => BoundedStore.Size(cancel.Reason, cancel.RequestId, cancel.IdempotencyKey))
        + payment.Executions.Sum(execution => 2L * (execution.IdempotencyKey?.Length ?? 0));

    private static long Of(PaymentSession session) =>
        BoundedStore.Size(
            session.OrderId, session.OrderName, session.SuccessUrl, session.FailUrl, session.CustomerKey,
            session.CustomerName, session.CustomerEmail, session.CustomerMobilePhone)
        + (session.Metadata?.Sum(pair => BoundedStore.Size(pair.Key, pair.Value)) ?? 0);
}
