namespace PaymentSdk;

/// <summary>The events that are delivered to a shop.</summary>
public enum OrderEventType
{
    /// <summary>The purchase was paid.</summary>
    Paid,

    /// <summary>The purchase was paid late: the approval was found after the attempt had been closed.</summary>
    PaidLate,

    /// <summary>The payment was refused.</summary>
    Declined,

    /// <summary>The time to pay ran out.</summary>
    Expired,

    /// <summary>A part of the payment was refunded.</summary>
    PartlyCanceled,

    /// <summary>The payment was refunded in full, or canceled before the deposit.</summary>
    Canceled,

    /// <summary>A deposit was returned by the bank, and the virtual account is waiting for a deposit again.</summary>
    DepositReturned,

    /// <summary>An operator has to check the order.</summary>
    NeedsAttention,

    /// <summary>A virtual account was issued, and its deposit has not arrived yet.</summary>
    AwaitingDeposit,

    /// <summary>A refund that the shop requested could not be paid out, or was refused after the first call had left its outcome open.</summary>
    RefundFailed,
}
