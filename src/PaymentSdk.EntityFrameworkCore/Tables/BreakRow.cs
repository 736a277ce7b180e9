namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>
/// A row of <c>payment_breaks</c>: a transaction in which ledger and gateway differ. Times are Unix milliseconds, which every database can sort.
/// </summary>
internal sealed class BreakRow
{
    public required string Merchant { get; set; }

    public required string TransactionKey { get; set; }

    public required string Kind { get; set; }

    public int Day { get; set; }

    public string? OrderId { get; set; }

    public string? PaymentKey { get; set; }

    public decimal? Ours { get; set; }

    public decimal? Theirs { get; set; }

    public required string Currency { get; set; }

    public required string Detail { get; set; }

    public string? Owner { get; set; }

    public long OpenedAt { get; set; }

    public long? ClosedAt { get; set; }

    public string? ClosedBecause { get; set; }
}
