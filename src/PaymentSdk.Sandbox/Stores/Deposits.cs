namespace PaymentSdk.Sandbox.Stores;

/// <summary>The changes of a payment that only the controls cause: a deposit, a returned deposit, and an early expiry.</summary>
internal static class Deposits
{
    public static Payment Deposit(Payment payment, DateTimeOffset now)
    {
        if (payment is not { Status: PaymentStatus.WaitingForDeposit, VirtualAccount.Expired: false })
            throw new ControlRefusedException(payment, "Only a virtual account that waits for its deposit, before its deadline, accepts a deposit.");
        var deposited = payment with
        {
            Status = PaymentStatus.Done,
            ApprovedAt = now,
            CashReceiptNumber = payment.Session.CashReceiptType is null ? null : Identifiers.IssueNumber(),
            LastTransactionKey = Identifiers.TransactionKey(),
        };
        return deposited.Executed("deposit", payment.Session.Amount, now, idempotencyKey: null);
    }

    /// <summary>Simulates the bank that takes the deposit back: DONE becomes WAITING_FOR_DEPOSIT (docs/spec/payment-api.md §3.12).</summary>
    public static Payment Reverse(Payment payment, DateTimeOffset now)
    {
        if (payment is not { Status: PaymentStatus.Done, VirtualAccount: not null })
            throw new ControlRefusedException(payment, "Only a deposited virtual account can be reversed.");
        var reversed = payment with
        {
            Status = PaymentStatus.WaitingForDeposit,
            ApprovedAt = null,
            CashReceiptNumber = null,
            LastTransactionKey = Identifiers.TransactionKey(),
        };
        return reversed.Executed("reversal", payment.Session.Amount, now, idempotencyKey: null);
    }

    /// <summary>
    /// Expires a payment that was not confirmed. For a virtual account, only its deadline passes, and the status of the payment is unchanged.
    /// </summary>
    public static Payment Expire(Payment payment) => payment switch
    {
        { Status: PaymentStatus.Ready or PaymentStatus.InProgress } => Expiry.Expire(payment),
        { Status: PaymentStatus.WaitingForDeposit, VirtualAccount: { } account } => payment with { VirtualAccount = account with { Expired = true } },
        _ => throw new ControlRefusedException(payment, "Only a payment that is not confirmed, or waits for its deposit, can expire."),
    };
}
