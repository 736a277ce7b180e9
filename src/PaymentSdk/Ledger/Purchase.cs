namespace PaymentSdk.Ledger;

/// <summary>What a buyer owes for, as a row of the ledger. Every promise counts per purchase.</summary>
public sealed record Purchase
{
    /// <summary>The registration it belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The shop's own id; unique per merchant.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The amount owed.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the buyer reads in the window.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own number of the order, only shown and not unique; null when it has none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The shop's key of the buyer.</summary>
    public CustomerKey? CustomerKey { get; init; }

    /// <summary>Where its result is shown; null is the configured page.</summary>
    public string? ResultPage { get; init; }

    /// <summary>The one attempt that blocks another; null when a new attempt may be confirmed.</summary>
    public OrderId? LiveAttempt { get; init; }

    /// <summary>The newest attempt.</summary>
    public required OrderId LatestAttempt { get; init; }

    /// <summary>Whether an attempt of it was ever sent: from then on its price, currency and name are fixed.</summary>
    public bool WasSent { get; init; }

    /// <summary>Whether the shop was told that it is paid: an event <c>paid</c> or <c>paid-late</c> was written.</summary>
    public bool PaidTold { get; init; }

    /// <summary>How many attempts it has.</summary>
    public int AttemptCount { get; init; }

    /// <summary>How many events it has put into the outbox.</summary>
    public int EventCount { get; init; }

    /// <summary>Whether it was opened with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When it was first opened, database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Made for the commit that wrote this version: a commit that was not acknowledged knows itself again by it. The ledger makes one for a commit without.</summary>
    public Guid CommitId { get; init; }

    /// <summary>Raised by every commit that touches the purchase or its attempts: the concurrency token. 0 before the first.</summary>
    public long Version { get; init; }
}
