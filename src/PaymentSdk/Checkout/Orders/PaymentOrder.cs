namespace PaymentSdk;

/// <summary>An order as its page may show it: no name, phone or card.</summary>
public sealed record PaymentOrder
{
    /// <summary>The gateway's order id of this attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The purchase it pays for.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentOrderStatus Status { get; init; }

    /// <summary>The amount to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the buyer reads in the window.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own number of the order, as <see cref="NewPurchase.OrderNumber"/> gave it; null when it gave none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The shop's key of the buyer; null for an anonymous buyer. Show it to that buyer only.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>Where its result is shown; null is <see cref="PaymentSdkOptions.ResultPage"/>.</summary>
    public string? ResultPage { get; init; }

    /// <summary>How it was paid, as the API names it; null before.</summary>
    public string? Method { get; init; }

    /// <summary>When it was approved; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>What can still be refunded; null before approval.</summary>
    public Money? Balance { get; init; }

    /// <summary>The gateway's receipt page; null before approval.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>The account to deposit to; only while <see cref="PaymentOrderStatus.AwaitingDeposit"/>.</summary>
    public DepositAccount? DepositAccount { get; init; }

    /// <summary>Why it was refused; only when <see cref="PaymentOrderStatus.Declined"/>.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>Whether the buyer may be offered a new attempt.</summary>
    public bool CanOpenAgain { get; init; }

    /// <summary>Whether it was made with test keys.</summary>
    public bool TestMode { get; init; }
}
