namespace PaymentSdk.Ledger;

/// <summary>The states of a refund.</summary>
public enum RefundProgress
{
    /// <summary>The refund is committed. Nothing has been sent, or what was sent is known to have had no effect.</summary>
    Requested,

    /// <summary>The refund is being sent under the lease of its attempt.</summary>
    Sent,

    /// <summary>The refund may have been sent, and its outcome is not known.</summary>
    Unknown,

    /// <summary>The gateway has accepted the refund, and the money is on its way (asynchronous methods, virtual accounts).</summary>
    Pending,

    /// <summary>The money was refunded.</summary>
    Done,

    /// <summary>The gateway refused the refund; nothing was refunded.</summary>
    Refused,

    /// <summary>The gateway accepted the refund, but could not pay it out to the buyer's account. An operator has to pay it.</summary>
    PayoutFailed,
}
