namespace PaymentSdk.Checkout.Notifications;

/// <summary>What became of a webhook.</summary>
internal enum WebhookReceipt
{
    /// <summary>Stored; a worker makes its order due.</summary>
    Stored,

    /// <summary>The same bytes came before.</summary>
    Replayed,

    /// <summary>Unverified, and a query that is about to be made answers it.</summary>
    Coalesced,

    /// <summary>The ledger knows no such order, or another payment of it.</summary>
    UnknownOrder,

    /// <summary>It is not about a payment of an order, and the shop has no handler for it.</summary>
    NotAboutOrders,

    /// <summary>It is not about a payment of an order, and the shop's handlers took it.</summary>
    Handled,

    /// <summary>A handler of the shop failed; it is to come again.</summary>
    HandlerFailed,

    /// <summary>It must be signed, and is not or wrongly.</summary>
    WrongSignature,

    /// <summary>It is not a webhook of the payment API.</summary>
    Malformed,

    /// <summary>Too many wait to be handled; it is to come again.</summary>
    Full,
}
