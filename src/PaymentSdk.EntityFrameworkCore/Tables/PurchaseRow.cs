namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_purchases</c>. Instants are Unix milliseconds, which every database can order.</summary>
internal sealed class PurchaseRow
{
    public required string Merchant { get; set; }

    public required string PurchaseId { get; set; }

    public required string Currency { get; set; }

    public required decimal Amount { get; set; }

    public required string OrderName { get; set; }

    public string? OrderNumber { get; set; }

    public string? CustomerKey { get; set; }

    public string? ResultPage { get; set; }

    public string? LiveAttempt { get; set; }

    public required string LatestAttempt { get; set; }

    public bool WasSent { get; set; }

    public bool PaidTold { get; set; }

    public int AttemptCount { get; set; }

    public int EventCount { get; set; }

    public bool TestMode { get; set; }

    public long OpenedAt { get; set; }

    public long Version { get; set; }

    /// <summary>Set just before the rows are deleted: the journal lets go of the rows of no other purchase.</summary>
    public long? PurgedAt { get; set; }

    /// <summary>The commit that made this version: by it a commit that was not acknowledged knows itself.</summary>
    public required Guid CommitId { get; set; }
}
