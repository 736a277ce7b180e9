namespace PaymentSdk;

/// <summary>The states of an attempt.</summary>
public enum AttemptState
{
    /// <summary>The attempt is open, and nothing was sent.</summary>
    Created,

    /// <summary>The confirm is being sent under a lease.</summary>
    Confirming,

    /// <summary>The confirm may have been sent and its outcome is not known.</summary>
    Unknown,

    /// <summary>A virtual account was issued and waits for its deposit.</summary>
    AwaitingDeposit,

    /// <summary>The gateway has taken the money.</summary>
    Approved,

    /// <summary>A part of the payment was refunded.</summary>
    PartlyCanceled,

    /// <summary>The payment was refunded in full, or cancelled before the deposit.</summary>
    Canceled,

    /// <summary>The payment API refused the payment.</summary>
    Declined,

    /// <summary>The time to pay ran out.</summary>
    Expired,

    /// <summary>The confirm surely never left the shop.</summary>
    NotSent,

    /// <summary>A newer attempt replaced this one before anything was sent.</summary>
    Superseded,

    /// <summary>The gateway took another amount or currency than the shop requested.</summary>
    Mismatch,

    /// <summary>An operator has to check the attempt.</summary>
    NeedsAttention,

    /// <summary>The shop requested a reversal, and the payment is being cancelled.</summary>
    Reversing,

    /// <summary>A second payment of a purchase that was already paid. It is cancelled in full.</summary>
    DuplicatePayment,
}
