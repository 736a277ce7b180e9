namespace PaymentSdk;

/// <summary>The status of an order, as the shop and the buyer see it.</summary>
public enum PaymentOrderStatus
{
    /// <summary>The order is open, and no confirm was sent.</summary>
    Open,

    /// <summary>The outcome of a confirm, a reversal or a late approval is being checked.</summary>
    Checking,

    /// <summary>The payment is approved.</summary>
    Paid,

    /// <summary>A virtual account has been issued, and its deposit has not arrived yet.</summary>
    AwaitingDeposit,

    /// <summary>The payment was refused. Open the purchase again to try another card or method.</summary>
    Declined,

    /// <summary>The time ran out, the payment was never sent, or a newer attempt replaced this one. Nothing was taken.</summary>
    Expired,

    /// <summary>The order was refunded in part.</summary>
    PartlyCanceled,

    /// <summary>The order was refunded in full, or canceled before the deposit.</summary>
    Canceled,

    /// <summary>An operator must check the order, or it is a duplicate payment that is being canceled.</summary>
    Attention,
}
