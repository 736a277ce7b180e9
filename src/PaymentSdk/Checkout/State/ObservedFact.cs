namespace PaymentSdk.Checkout.State;

/// <summary>The fact about money that an answer or a query shows (docs/spec/money.md §4 and §5).</summary>
internal enum ObservedFact
{
    /// <summary>Nothing about money: no answer, an error, or an answer about another payment.</summary>
    Nothing,

    /// <summary>It is known that nothing was sent.</summary>
    NotSent,

    /// <summary>The first send of the key was refused with a code that requires the buyer to act.</summary>
    Refused,

    /// <summary>The gateway does not know the payment, or does not show it.</summary>
    NotFound,

    /// <summary>READY or IN_PROGRESS: not confirmed yet.</summary>
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

    /// <summary>The payment has the attempt's payment key but a different amount or currency.</summary>
    Mismatch,
}
