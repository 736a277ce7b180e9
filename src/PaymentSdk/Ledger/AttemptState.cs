namespace PaymentSdk;

/// <summary>The states of an attempt.</summary>
public enum AttemptState
{
    /// <summary>Opened; nothing was sent.</summary>
    Created,

    /// <summary>The confirm is being sent under a lease.</summary>
    Confirming,

    /// <summary>The confirm may have been sent and its outcome is not known.</summary>
    Unknown,

    /// <summary>A virtual account was issued.</summary>
    AwaitingDeposit,

    /// <summary>The money is taken.</summary>
    Approved,

    /// <summary>Refunded in part.</summary>
    PartlyCanceled,

    /// <summary>Refunded in full, or cancelled before the deposit.</summary>
    Canceled,

    /// <summary>Refused by the API.</summary>
    Declined,

    /// <summary>The time ran out.</summary>
    Expired,

    /// <summary>Surely never left the shop.</summary>
    NotSent,

    /// <summary>Replaced by a newer attempt before anything was sent.</summary>
    Superseded,

    /// <summary>The gateway took another amount or currency than was asked.</summary>
    Mismatch,

    /// <summary>An operator has to check it.</summary>
    NeedsAttention,

    /// <summary>Being cancelled at the shop's request.</summary>
    Reversing,

    /// <summary>A second payment of a purchase that was already paid; to be cancelled.</summary>
    DuplicatePayment,
}
