namespace PaymentSdk;

/// <summary>An order as its page may show it, without the buyer's name, phone number or card.</summary>
public sealed record PaymentOrder
{
    /// <summary>The order id of this attempt at the gateway.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The purchase that the attempt pays for.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The status of the order.</summary>
    public required PaymentOrderStatus Status { get; init; }

    /// <summary>The amount to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>The order name that the payment window shows.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own order number from <see cref="NewPurchase.OrderNumber"/>; null when the shop gave none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The customer key of the buyer; null for an anonymous buyer. Show the order only to that buyer.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>The result page of the order; null for <see cref="PaymentSdkOptions.ResultPage"/>.</summary>
    public string? ResultPage { get; init; }

    /// <summary>The payment method, as the API names it; null until it is known.</summary>
    public string? Method { get; init; }

    /// <summary>When the payment was approved; null until it is approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The amount that can still be refunded; null until the payment is approved.</summary>
    public Money? Balance { get; init; }

    /// <summary>The URL of the gateway's receipt page; null until the payment is approved.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>The account for the deposit; null unless the status is <see cref="PaymentOrderStatus.AwaitingDeposit"/>.</summary>
    public DepositAccount? DepositAccount { get; init; }

    /// <summary>The code of the refusal; null unless the status is <see cref="PaymentOrderStatus.Declined"/>.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>Whether the page may offer the buyer a new attempt.</summary>
    public bool CanOpenAgain { get; init; }

    /// <summary>Whether the order was made with test keys.</summary>
    public bool TestMode { get; init; }
}
