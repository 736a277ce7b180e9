using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>A discrepancy between the ledger and the gateway.</summary>
internal sealed record BreakCard(
    string Key, string Kind, DateOnly Day, string? OrderId, decimal? Ours, decimal? Theirs, string Currency, string Detail, string? Owner, DateTimeOffset OpenedAt)
{
    public static BreakCard Of(ReconciliationBreak row) => new(
        row.TransactionKey, row.Kind.ToString(), row.Day, row.OrderId, row.Ours, row.Theirs, row.Currency.Value, row.Detail, row.Owner, row.OpenedAt);
}
