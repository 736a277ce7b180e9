namespace PaymentSdk.Ledger;

/// <summary>The shop's own order, for which the buyer pays, as a row of the ledger. Every guarantee of the SDK applies per purchase.</summary>
public sealed record Purchase
{
    /// <summary>The name of the registration that the purchase belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The shop's own id of the purchase; unique per merchant.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The amount to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>The order name that the buyer reads in the payment window.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own order number, which is only shown and need not be unique; null when the order has none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The customer key of the buyer; null for an anonymous buyer.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>The page that shows the result of the purchase; null for the configured page.</summary>
    public string? ResultPage { get; init; }

    /// <summary>The attempt that blocks all other attempts of the purchase; null when a new attempt may be confirmed.</summary>
    public OrderId? LiveAttempt { get; init; }

    /// <summary>The order id of the newest attempt.</summary>
    public required OrderId LatestAttempt { get; init; }

    /// <summary>
    /// Whether an attempt of the purchase has ever been sent. If so, the purchase's amount, currency, name, order number and customer can no longer
    /// change; only a missing order number can be added.
    /// </summary>
    public bool WasSent { get; init; }

    /// <summary>
    /// Whether the last event about the sale reported the purchase as paid. The events <c>paid</c> and <c>paid-late</c> set it; an event that ends
    /// the sale, such as <c>canceled</c>, clears it.
    /// </summary>
    public bool PaidTold { get; init; }

    /// <summary>The number of attempts of the purchase.</summary>
    public int AttemptCount { get; init; }

    /// <summary>The number of events that the purchase has put into the outbox.</summary>
    public int EventCount { get; init; }

    /// <summary>Whether the purchase was opened with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When the purchase was first opened. Database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>
    /// The id of the commit that wrote this version. It identifies a commit that was not acknowledged. The ledger creates an id for a commit that has
    /// none.
    /// </summary>
    public Guid CommitId { get; init; }

    /// <summary>The concurrency token. Every commit that changes the purchase or its attempts increments it; 0 before the first commit.</summary>
    public long Version { get; init; }
}
