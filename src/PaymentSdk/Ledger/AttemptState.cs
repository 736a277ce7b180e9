namespace PaymentSdk;

/// <summary>The states of an attempt.</summary>
public enum AttemptState
{
    /// <summary>The attempt is open, and nothing has been sent.</summary>
    Created,

    /// <summary>The confirm is being sent under a lease.</summary>
    Confirming,

    /// <summary>The confirm may have been sent, and its outcome is not known.</summary>
    Unknown,

    /// <summary>A virtual account has been issued, and its deposit has not arrived yet.</summary>
    AwaitingDeposit,

    /// <summary>The gateway has taken the money.</summary>
    Approved,

    /// <summary>A part of the payment has been refunded.</summary>
    PartlyCanceled,

    /// <summary>The payment has been refunded in full, or was canceled before the deposit.</summary>
    Canceled,

    /// <summary>The payment API refused the payment.</summary>
    Declined,

    /// <summary>The time to pay ran out.</summary>
    Expired,

    /// <summary>The confirm is known not to have been sent.</summary>
    NotSent,

    /// <summary>A newer attempt replaced this one before anything was sent.</summary>
    Superseded,

    /// <summary>The gateway took a different amount or currency from the one that the shop requested.</summary>
    Mismatch,

    /// <summary>An operator has to check the attempt.</summary>
    NeedsAttention,

    /// <summary>The shop has requested a reversal, and the payment is being canceled.</summary>
    Reversing,

    /// <summary>A second payment of a purchase that was already paid. It is canceled in full.</summary>
    DuplicatePayment,
}
