namespace PaymentSdk;

/// <summary>An operator's decision on an order that needs attention.</summary>
public enum ResolutionKind
{
    /// <summary>The shop has the money, so the order is paid.</summary>
    Approved,

    /// <summary>Nothing was charged, so the buyer may try again.</summary>
    NotCharged,

    /// <summary>The order is undone, and any amount taken is refunded.</summary>
    Reverse,

    /// <summary>The gateway took an amount that differs from the order's, and the shop accepts it.</summary>
    AcceptAmount,

    /// <summary>The operator has made by hand a refund that could not be made or paid out through the gateway.</summary>
    RefundedByHand,
}
