namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>
/// A row of <c>payment_journal</c>. It is written once and never updated; it is only deleted together with its whole purchase, by the purge
/// (docs/spec/money.md §8).
/// </summary>
internal sealed class JournalRow
{
    public required string Merchant { get; set; }

    public required string OrderId { get; set; }

    public int Sequence { get; set; }

    public required string PurchaseId { get; set; }

    /// <summary>The version of the purchase with which this row was committed. It gives the order of commits.</summary>
    public long PurchaseVersion { get; set; }

    /// <summary>The position within the commit, from 0. It gives the order of moves.</summary>
    public int Position { get; set; }

    public string? FromState { get; set; }

    public required string ToState { get; set; }

    public required string Cause { get; set; }

    public string? Evidence { get; set; }

    public required string Actor { get; set; }

    public string? PaymentKey { get; set; }

    public decimal? Balance { get; set; }

    public string? RefundId { get; set; }

    public string? RefundState { get; set; }

    public long FencingToken { get; set; }

    public Guid CommitId { get; set; }

    public long? GatewayTime { get; set; }

    public long RecordedAt { get; set; }
}
