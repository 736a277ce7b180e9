namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// Money that the gateway takes, or an account that it opens, after it had reported otherwise or without a request of this ledger: a
/// refused payment is approved after all, or another system of the shop confirmed it. Only some kinds of history have such payments.
/// </summary>
internal sealed class LateApprovals(GatewayModel gateway)
{
    private DateTimeOffset Now => gateway.World.Now;

    /// <summary>Returns whether a payment can still turn out to be paid: nothing was ever taken, and no request is in progress.</summary>
    public static bool CanBe(GatewayPayment payment) => payment is { EverTaken: false, InWork: 0, PaidBackByHand: 0 }
        // A payment that a request of the shop has canceled stays canceled.
        && payment.Latest.Cancels.TrueForAll(cancel => cancel.Send is null)
        && (payment.Latest.Status is PaymentStatuses.InProgress or PaymentStatuses.Expired or PaymentStatuses.Aborted or PaymentStatuses.Canceled or PaymentStatuses.WaitingForDeposit
            || payment.Plan.Type == "BILLING");

    /// <summary>Takes the money.</summary>
    public void Approve(GatewayPayment payment, decimal total)
    {
        var key = gateway.NewTransactionKey(payment);
        payment.IsUnannounced = true;
        payment.Execute(new Execution(payment.IsAccount ? Movement.Deposit : Movement.Approval, total, Now, key, PaymentStatuses.Done, null));
        gateway.Move(payment, payment.Latest with
        {
            Status = PaymentStatuses.Done,
            Total = total,
            Balance = total,
            IsConfirmed = true,
            ApprovedAt = Now,
            DueDate = payment.Latest.DueDate ?? (payment.IsAccount ? Now + payment.Plan.ValidFor : null),
            FailureCode = null,
            Cancels = [],
            LastTransactionKey = key,
        });
    }

    /// <summary>Opens the account, without a deposit.</summary>
    public void OpenAccount(GatewayPayment payment, TimeSpan validFor)
    {
        payment.IsUnannounced = true;
        gateway.Move(payment, payment.Latest with
        {
            Status = PaymentStatuses.WaitingForDeposit,
            Balance = payment.Latest.Total,
            IsConfirmed = true,
            DueDate = Now + validFor,
            FailureCode = null,
            Cancels = [],
            LastTransactionKey = gateway.NewTransactionKey(payment),
        });
    }
}
