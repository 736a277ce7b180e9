namespace PaymentSdk.Ledger;

/// <summary>How urgent a due attempt is. Each lane keeps a share of the request budget, so that a full lane never starves another one.</summary>
public enum RecoveryLane
{
    /// <summary>
    /// The outcome of a confirm is unknown, and the confirm can still be sent again safely, because it was first sent less than 9 minutes ago.
    /// </summary>
    Deadline = 1,

    /// <summary>Money is returned to the buyer: refunds, reversals and duplicate payments.</summary>
    MoneyBack = 2,

    /// <summary>A buyer or a webhook has requested a query of the attempt.</summary>
    Requested = 3,

    /// <summary>Everything else: older unknown outcomes, open virtual accounts, closed attempts, and attempts that need attention.</summary>
    Routine = 4,
}
