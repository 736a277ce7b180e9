namespace PaymentSdk;

/// <summary>How an operator ends what needed attention.</summary>
public enum ResolutionKind
{
    /// <summary>The money is with the shop: the order is paid.</summary>
    Approved,

    /// <summary>Nothing was charged: the buyer may try again.</summary>
    NotCharged,

    /// <summary>It shall not be paid: what was taken goes back.</summary>
    Reverse,

    /// <summary>The gateway took another amount than was asked, and the shop keeps it so.</summary>
    AcceptAmount,

    /// <summary>A refund that could not be made or paid out was made by hand.</summary>
    RefundedByHand,
}
