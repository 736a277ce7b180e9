namespace PaymentSdk;

/// <summary>Where an order stands, as the outside sees it.</summary>
public enum PaymentOrderStatus
{
    /// <summary>Opened; no confirm was sent.</summary>
    Open,

    /// <summary>A confirm was sent and its outcome is being checked.</summary>
    Checking,

    /// <summary>Approved: the money is taken.</summary>
    Paid,

    /// <summary>A virtual account was issued and waits for its deposit.</summary>
    AwaitingDeposit,

    /// <summary>Refused; open again to try with another card or method.</summary>
    Declined,

    /// <summary>The time ran out, or a newer attempt replaced this one; nothing was taken.</summary>
    Expired,

    /// <summary>Refunded in part.</summary>
    PartlyCanceled,

    /// <summary>Refunded in full, or cancelled before the deposit.</summary>
    Canceled,

    /// <summary>An operator has to check it.</summary>
    Attention,
}
