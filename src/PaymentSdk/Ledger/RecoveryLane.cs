namespace PaymentSdk.Ledger;

/// <summary>How urgent a due attempt is. Each lane keeps a part of the request budget, so that a full one never starves another.</summary>
public enum RecoveryLane
{
    /// <summary>The outcome of a confirm is unknown and its safe re-send window of 9 minutes is running.</summary>
    Deadline = 1,

    /// <summary>Money that goes back: refunds, reversals, duplicate payments.</summary>
    MoneyBack = 2,

    /// <summary>A buyer or a webhook asks for it.</summary>
    Requested = 3,

    /// <summary>Everything else: open virtual accounts, closed attempts, attention.</summary>
    Routine = 4,
}
