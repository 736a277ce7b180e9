namespace PaymentSdk;

/// <summary>A purchase to open, with the amount that the shop's server determined.</summary>
public sealed record NewPurchase
{
    /// <summary>The amount to pay; more than 0.</summary>
    public required Money Amount { get; init; }

    /// <summary>The order name that the payment window shows; 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>
    /// The shop's own order number, as its pages and mails show it; 1 to 64 characters. It is for display only: it need not be unique, and
    /// no lookup uses it. It is never sent to the gateway. Default null.
    /// </summary>
    public string? OrderNumber { get; init; }

    /// <summary>The shop's own id of the purchase. The same id opens the same purchase again. Default null, which creates an id.</summary>
    public PurchaseId? PurchaseId { get; init; }

    /// <summary>The customer key of the buyer; null for an anonymous buyer. Default null.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>
    /// The result page to which success and fail redirect for this purchase. Default null, which is <see cref="PaymentSdkOptions.ResultPage"/>.
    /// </summary>
    public string? ResultPage { get; init; }
}
