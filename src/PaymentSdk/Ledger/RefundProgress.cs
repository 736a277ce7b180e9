namespace PaymentSdk.Ledger;

/// <summary>The states of a refund.</summary>
public enum RefundProgress
{
    /// <summary>Committed; surely nothing was sent yet.</summary>
    Requested,

    /// <summary>Being sent under the lease of its attempt.</summary>
    Sent,

    /// <summary>It may have been sent, and what became of it is not known.</summary>
    Unknown,

    /// <summary>Accepted; the money is on its way (asynchronous methods, virtual accounts).</summary>
    Pending,

    /// <summary>The money is back.</summary>
    Done,

    /// <summary>The gateway refused it; nothing was refunded.</summary>
    Refused,

    /// <summary>Accepted, and the money could not be paid out to the buyer's account: an operator has to.</summary>
    PayoutFailed,
}
