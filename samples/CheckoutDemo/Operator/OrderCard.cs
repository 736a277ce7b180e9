using PaymentSdk;
using PaymentSdk.Ledger;

namespace CheckoutDemo.Operator;

/// <summary>An order in the list.</summary>
internal sealed record OrderCard(
    string OrderId, string PurchaseId, string OrderName, string? OrderNumber, string State, bool ReversalRequested, bool IsDuplicate, decimal Amount, string Currency,
    decimal? Balance, string? Method, DateTimeOffset OpenedAt)
{
    public static OrderCard Of(AttemptSnapshot entry) => new(
        entry.Attempt.OrderId.Value, entry.Purchase.PurchaseId.Value, entry.Purchase.OrderName, entry.Purchase.OrderNumber, entry.Attempt.State.ToString(),
        entry.Attempt.ReversalRequestedAt is not null, entry.Attempt.IsDuplicate,
        entry.Attempt.Amount.Value, entry.Attempt.Amount.Currency.Value, Refundable(entry.Attempt), entry.Attempt.Method, entry.Attempt.OpenedAt);

    /// <summary>What is left to refund: the gateway's balance without what was refunded by hand.</summary>
    private static decimal? Refundable(Attempt attempt) =>
        attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit ? attempt.Balance - attempt.RefundedByHand : null;
}
