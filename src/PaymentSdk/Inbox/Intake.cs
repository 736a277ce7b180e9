namespace PaymentSdk.Inbox;

/// <summary>What became of a webhook.</summary>
internal enum Intake
{
    /// <summary>Stored; a worker makes its order due.</summary>
    Stored,

    /// <summary>The same bytes came before.</summary>
    Replayed,

    /// <summary>Another claim that nothing proves made its order due within the last minute.</summary>
    Coalesced,

    /// <summary>The ledger knows no such order, or another payment of it.</summary>
    UnknownOrder,

    /// <summary>It is about no payment of an order, and nobody wants to hear of it.</summary>
    NotAboutOrders,

    /// <summary>It is about no payment of an order, and the shop's handlers took it.</summary>
    Handled,

    /// <summary>A handler of the shop failed; it is to come again.</summary>
    HandlerFailed,

    /// <summary>It must be signed, and is not or wrongly.</summary>
    WrongSignature,

    /// <summary>It is no webhook of the payment API.</summary>
    Malformed,

    /// <summary>Too many wait to be handled; it is to come again.</summary>
    Full,
}
