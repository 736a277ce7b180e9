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

    /// <summary>The payment was refunded in full, or cancelled before the deposit.</summary>
    Canceled,

    /// <summary>The bank returned a deposit, and the virtual account waits for a deposit again.</summary>
    DepositReturned,

    /// <summary>An operator has to check the order.</summary>
    NeedsAttention,

    /// <summary>A virtual account was issued and waits for its deposit.</summary>
    AwaitingDeposit,

    /// <summary>A refund that the shop requested was not paid out, or turned out to be refused after its first answer.</summary>
    RefundFailed,
}
