namespace PaymentSdk.Checkout.State;

/// <summary>What an answer or a query shows of the money (docs/spec/money.md §4 and §5).</summary>
internal enum ObservedFact
{
    /// <summary>Nothing about money: no answer, an error, an answer that is not about our payment.</summary>
    Nothing,

    /// <summary>Surely no send left.</summary>
    NotSent,

    /// <summary>The first send of the key was refused with a code that the buyer must act on.</summary>
    Refused,

    /// <summary>The gateway does not know (or does not show) the payment.</summary>
    NotFound,

    /// <summary>Authenticated and not confirmed.</summary>
    InProgress,

    /// <summary>EXPIRED.</summary>
    Expired,

    /// <summary>ABORTED.</summary>
    Aborted,

    /// <summary>WAITING_FOR_DEPOSIT.</summary>
    AwaitingDeposit,

    /// <summary>DONE.</summary>
    Approved,

    /// <summary>PARTIAL_CANCELED with a balance left.</summary>
    PartlyCanceled,

    /// <summary>CANCELED, or PARTIAL_CANCELED with no balance left.</summary>
    Canceled,

    /// <summary>Our payment key, but another amount or currency than was asked.</summary>
    Mismatch,
}
