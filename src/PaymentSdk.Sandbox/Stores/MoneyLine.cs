namespace PaymentSdk.Sandbox.Stores;

/// <summary>One movement of a payment's money, or the issue of a virtual account, with the current state of the payment.</summary>
internal sealed record MoneyMovement(Payment Payment, SandboxExecution Execution)
{
    /// <summary>The amount of the movement: positive for a payment, negative for a refund.</summary>
    public decimal Amount => Execution.Operation is "approve" or "deposit" ? Execution.Amount : -Execution.Amount;

    public Cancellation? Cancel => Payment.Cancels.Find(cancel => cancel.TransactionKey == Execution.TransactionKey);

    public override string ToString() => Execution.TransactionKey;

    /// <summary>Returns every movement and issue of one shop, oldest first.</summary>
    public static IEnumerable<MoneyMovement> Of(Merchant merchant, PaymentStore store) =>
        store.All()
            .Where(payment => payment.Session.Merchant == merchant)
            .SelectMany(payment => (payment.Issue is { } issue ? payment.Executions.Prepend(issue) : payment.Executions).Select(execution => new MoneyMovement(payment, execution)))
            .OrderBy(line => line.Execution.At);
}
