using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>A transaction in which the ledger and the gateway differ. It is stored as a break, which also has an age and an owner.</summary>
internal sealed record Difference
{
    public required string Key { get; init; }

    public required ReconciliationBreakKind Kind { get; init; }

    public required string? OrderId { get; init; }

    public required string? PaymentKey { get; init; }

    public decimal? Ours { get; init; }

    public decimal? Theirs { get; init; }

    public required Currency Currency { get; init; }

    public required string Detail { get; init; }

    public static Difference TheirsOnly(ProviderTransaction movement, string why) => new()
    {
        Key = movement.Key,
        Kind = ReconciliationBreakKind.TheirsOnly,
        OrderId = StorableText.Id(movement.Row.OrderId.Value),
        PaymentKey = StorableText.Id(movement.Row.PaymentKey.Value),
        Theirs = movement.Amount,
        Currency = movement.Currency,
        Detail = why,
    };

    public static Difference OursOnly(MoneyMovement line) => new()
    {
        Key = line.TransactionKey,
        Kind = ReconciliationBreakKind.OursOnly,
        OrderId = line.OrderId.Value,
        PaymentKey = line.PaymentKey.Value,
        Ours = line.Amount.Value,
        Currency = line.Amount.Currency,
        Detail = "The gateway does not list it on its day.",
    };

    public static Difference Of(MoneyMovement line, ProviderTransaction movement) => new()
    {
        Key = line.TransactionKey,
        Kind = ReconciliationBreakKind.Different,
        OrderId = line.OrderId.Value,
        PaymentKey = line.PaymentKey.Value,
        Ours = line.Amount.Value,
        Theirs = movement.Amount,
        Currency = line.Amount.Currency,
        Detail = line.Amount.Currency == movement.Currency
            ? "The amounts differ."
            : $"The currencies differ: {line.Amount.Currency} here, {movement.Currency} there.",
    };
}
