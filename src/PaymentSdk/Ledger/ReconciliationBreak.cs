namespace PaymentSdk;

/// <summary>
/// A discrepancy: a transaction in which the ledger and the gateway's list differ. It is open until both agree again or an operator closes it.
/// </summary>
public sealed record ReconciliationBreak
{
    /// <summary>The name of the registration that the discrepancy belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's key of the transaction; unique per merchant.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>How the ledger and the gateway's list differ.</summary>
    public required ReconciliationBreakKind Kind { get; init; }

    /// <summary>The day of the transaction, in Asia/Seoul.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The order id; null when neither side knows it.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment key; null when neither side knows it.</summary>
    public string? PaymentKey { get; init; }

    /// <summary>The signed amount in the ledger; null when the ledger does not have the transaction.</summary>
    public decimal? Ours { get; init; }

    /// <summary>The signed amount at the gateway; null when the gateway does not have the transaction.</summary>
    public decimal? Theirs { get; init; }

    /// <summary>The currency of the amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The difference, described in one sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>Who is responsible for the discrepancy; null when it is not assigned.</summary>
    public string? Owner { get; init; }

    /// <summary>When the discrepancy was first found. Its age is counted from this time. Database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the ledger and the gateway agreed again, or an operator closed the discrepancy; null while it is open. Database time.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The reason why the discrepancy was closed.</summary>
    public string? ClosedBecause { get; init; }
}
