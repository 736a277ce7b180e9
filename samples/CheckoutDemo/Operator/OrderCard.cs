using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>An order in the list.</summary>
internal sealed record OrderCard(
    string OrderId, string PurchaseId, string OrderName, string State, decimal Amount, string Currency, decimal? Balance, string? Method, DateTimeOffset OpenedAt)
{
    public static OrderCard Of(LedgerEntry entry) => new(
        entry.Attempt.OrderId.Value, entry.Purchase.PurchaseId.Value, entry.Purchase.OrderName, entry.Attempt.State.ToString(),
        entry.Attempt.Amount.Value, entry.Attempt.Amount.Currency.Value,
        entry.Attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit ? entry.Attempt.Balance : null,
        entry.Attempt.Method, entry.Attempt.OpenedAt);
}
