namespace PaymentSdk;

/// <summary>What a buyer is to pay for, as the shop's server prices it.</summary>
public sealed record NewPurchase
{
    /// <summary>The amount, more than 0.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the buyer reads in the window: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>
    /// The shop's own number of the order, as people read it on its pages and in its mails: 1 to 64 characters. It is only shown; it need not be
    /// unique, and nothing is found by it. The gateway never gets it. Default null.
    /// </summary>
    public string? OrderNumber { get; init; }

    /// <summary>The shop's own order; made when null. The same id opens the same purchase again.</summary>
    public PurchaseId? PurchaseId { get; init; }

    /// <summary>The shop's key of the buyer; null for an anonymous buyer.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>Where success and fail redirect to for this purchase; null is <see cref="PaymentSdkOptions.ResultPage"/>.</summary>
    public string? ResultPage { get; init; }
}
