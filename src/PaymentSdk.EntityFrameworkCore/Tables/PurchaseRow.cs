namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_purchases</c>. Times are Unix milliseconds, which every database can sort.</summary>
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

    /// <summary>Set just before the rows are deleted. Journal rows can be deleted only if this is set on their purchase.</summary>
    public long? PurgedAt { get; set; }

    /// <summary>The id of the commit that wrote this version, by which a commit whose acknowledgment was lost finds its own row.</summary>
    public required Guid CommitId { get; set; }
}
