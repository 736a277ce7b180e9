namespace PaymentSdk.Sandbox.Stores;

/// <summary>One time that the money of a payment moved, or an account was issued for it, with the payment as it stands now.</summary>
internal sealed record MoneyMovement(Payment Payment, SandboxExecution Execution)
{
    /// <summary>What came in is positive, what went back negative.</summary>
    public decimal Amount => Execution.Operation is "approve" or "deposit" ? Execution.Amount : -Execution.Amount;

    public Cancellation? Cancel => Payment.Cancels.Find(cancel => cancel.TransactionKey == Execution.TransactionKey);

    public override string ToString() => Execution.TransactionKey;

    /// <summary>Everything that moved or was issued at one shop, in the order in which it happened.</summary>
    public static IEnumerable<MoneyMovement> Of(Merchant merchant, PaymentStore store) =>
        store.All()
            .Where(payment => payment.Session.Merchant == merchant)
            .SelectMany(payment => (payment.Issue is { } issue ? payment.Executions.Prepend(issue) : payment.Executions).Select(execution => new MoneyMovement(payment, execution)))
            .OrderBy(line => line.Execution.At);
}
