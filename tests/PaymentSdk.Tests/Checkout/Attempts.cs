using PaymentSdk.Api;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Creates attempts for tests, which are not stored in a ledger.</summary>
internal static class Attempts
{
    public static readonly DateTimeOffset Opened = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static Attempt In(AttemptState state) => new()
    {
        Merchant = "",
        OrderId = OrderId.Parse("order-1"),
        PurchaseId = PurchaseId.Parse("purchase-1"),
        Number = 1,
        State = state,
        Amount = Money.Krw(15_000),
        PaymentKey = PaymentKey.Parse("payment-1"),
        IdempotencyKey = IdempotencyKey.Parse("key-1"),
        FirstSentAt = Opened,
        LastSendAt = Opened + TimeSpan.FromSeconds(45),
        FencingToken = 1,
        JournalCount = 2,
        OpenedAt = Opened,
        ChangedAt = Opened,
    };

    public static AttemptSnapshot Entry(AttemptState state, TimeSpan after = default, Func<Attempt, Attempt>? change = null)
    {
        var attempt = In(state);
        attempt = change?.Invoke(attempt) ?? attempt;
        var purchase = new Purchase
        {
            Merchant = "",
            PurchaseId = attempt.PurchaseId,
            Amount = attempt.Amount,
            OrderName = "사과",
            LatestAttempt = attempt.OrderId,
            LiveAttempt = PaymentSdk.Checkout.State.AttemptStates.Blocks(attempt) ? attempt.OrderId : null,
            AttemptCount = 1,
            OpenedAt = Opened,
            Version = 3,
        };
        return new AttemptSnapshot(purchase, attempt, Opened + after);
    }

    public static Payment Payment(string status, decimal total = 15_000, decimal? balance = null) => new()
    {
        PaymentKey = PaymentKey.Parse("payment-1"),
        OrderId = OrderId.Parse("order-1"),
        Status = PaymentStatus.From(status),
        TotalAmount = total,
        BalanceAmount = balance ?? total,
        ApprovedAt = status is "DONE" or "PARTIAL_CANCELED" ? Opened + TimeSpan.FromSeconds(3) : null,
    };
}
