namespace PaymentSdk.Checkout.Notifications;

/// <summary>The result of receiving a webhook.</summary>
internal enum WebhookReceipt
{
    /// <summary>The webhook was stored; a worker makes its order due.</summary>
    Stored,

    /// <summary>The same body was received before.</summary>
    Replayed,

    /// <summary>The webhook is unverified, and a query that is already planned covers it.</summary>
    Coalesced,

    /// <summary>The ledger does not know the order, or the order has another payment.</summary>
    UnknownOrder,

    /// <summary>The webhook is not about a payment of an order, and the shop has no handler for it.</summary>
    NotAboutOrders,

    /// <summary>The webhook is not about a payment of an order, and the shop's handlers handled it.</summary>
    Handled,

    /// <summary>A handler of the shop failed; the sender must repeat the webhook.</summary>
    HandlerFailed,

    /// <summary>The webhook must be signed, and its signature is missing or wrong.</summary>
    WrongSignature,

    /// <summary>The body is not a webhook of the payment API.</summary>
    Malformed,

    /// <summary>Too many webhooks wait to be handled; the sender must repeat this one.</summary>
    Full,
}
