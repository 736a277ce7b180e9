namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// Decides a charge without a window (docs/spec/payment-api.md §2.1, §2.2). A refused charge stores no payment and does not use up the order id.
/// </summary>
internal static class DirectChargeOperations
{
    public static Payment Decide(DirectCharge charge, bool orderIdUsed, DateTimeOffset now)
    {
        if (orderIdUsed)
            throw new RefusedException("DUPLICATED_ORDER_ID");
        if (MoneyRules.Refusal(charge.Choice, charge.Session) is { } code)
            throw new RefusedException(code);

        var payment = new Payment
        {
            PaymentKey = Identifiers.PaymentKey(now),
            Session = charge.Session,
            RequestedAt = now,
            Balance = charge.Session.Amount,
            Choice = charge.Choice,
            Confirmed = true,
            AuthenticatedAt = now,
            LastTransactionKey = Identifiers.TransactionKey(),
            Secret = Identifiers.Secret(),
        };
        return charge.Choice is PaymentChoice.VirtualAccount account ? Issue(payment, account, charge.DueDate, now) : Approve(payment, charge, now);
    }

    private static Payment Approve(Payment payment, DirectCharge charge, DateTimeOffset now)
    {
        var approved = payment with { Status = PaymentStatus.Done, ApprovedAt = now, ApproveNumber = Identifiers.ApproveNumber() };
        return approved.Executed("approve", charge.Session.Amount, now, charge.IdempotencyKey);
    }

    private static Payment Issue(Payment payment, PaymentChoice.VirtualAccount account, DateTimeOffset? dueDate, DateTimeOffset now)
    {
        var issued = payment with
        {
            Status = PaymentStatus.WaitingForDeposit,
            VirtualAccount = new IssuedAccount(
                account.FixedNumber ?? Identifiers.AccountNumber(), account.BankCode, dueDate ?? now.AddHours(payment.Session.ValidHours)),
        };
        return issued.Issued(now);
    }
}
