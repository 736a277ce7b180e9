namespace PaymentSdk;

/// <summary>A transaction in which the ledger and the gateway's list differ, until it is closed.</summary>
public sealed record ReconciliationBreak
{
    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's key of the transaction; unique per merchant.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>How the books differ.</summary>
    public required ReconciliationBreakKind Kind { get; init; }

    /// <summary>The day of the transaction, in Asia/Seoul.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The order id, as far as one side knows it.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment key, as far as one side knows it.</summary>
    public string? PaymentKey { get; init; }

    /// <summary>Our amount, signed; null when we do not have it.</summary>
    public decimal? Ours { get; init; }

    /// <summary>The gateway's amount, signed; null when it does not have it.</summary>
    public decimal? Theirs { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What differs, in one sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>Who is responsible for it; null when it is not assigned.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was first seen: its age counts from here. Database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When ledger and gateway agreed again, or an operator closed it; null while it is open. Database time.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed.</summary>
    public string? ClosedBecause { get; init; }
}
