namespace PaymentSdk;

/// <summary>The events that are delivered to a shop.</summary>
public enum OrderEventType
{
    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Paid, found after the attempt had been closed.</summary>
    PaidLate,

    /// <summary>Refused.</summary>
    Declined,

    /// <summary>The time ran out.</summary>
    Expired,

    /// <summary>Refunded in part.</summary>
    PartlyCanceled,

    /// <summary>Refunded in full, or cancelled before the deposit.</summary>
    Canceled,

    /// <summary>A deposit was returned by the bank.</summary>
    DepositReturned,

    /// <summary>An operator has to check it.</summary>
    NeedsAttention,

    /// <summary>A virtual account was issued and waits for its deposit.</summary>
    AwaitingDeposit,

    /// <summary>A refund that the shop asked for was not paid out, or was aborted after it had been accepted.</summary>
    RefundFailed,
}
