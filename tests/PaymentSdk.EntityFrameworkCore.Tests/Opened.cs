using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Creates and stores a purchase for a test.</summary>
internal static class Opened
{
    public const string Merchant = "a-shop";

    public static LedgerCommit Purchase(DateTimeOffset now, string account = "X6505636518308")
    {
        var purchase = new Purchase
        {
            Merchant = Merchant,
            PurchaseId = PurchaseId.New(),
            Amount = Money.Krw(15_000),
            OrderName = "사과 한 상자",
            LatestAttempt = OrderId.New(),
            OpenedAt = now,
        };
        var attempt = new Attempt
        {
            Merchant = Merchant,
            PurchaseId = purchase.PurchaseId,
            OrderId = purchase.LatestAttempt,
            Number = 1,
            State = AttemptState.AwaitingDeposit,
            Amount = purchase.Amount,
            DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = account },
            DueAt = now,
            JournalCount = 1,
            OpenedAt = now,
            ChangedAt = now,
        };
        var line = new JournalEntry
        {
            Merchant = Merchant,
            PurchaseId = purchase.PurchaseId,
            OrderId = attempt.OrderId,
            Sequence = 1,
            To = attempt.State,
            Cause = "opened",
            Actor = "checkout",
            FencingToken = 0,
            RecordedAt = now,
        };
        return new LedgerCommit { Purchase = purchase, Moves = [new AttemptMove { ExpectedState = null, Attempt = attempt, Journal = line }] };
    }

    public static async Task<OrderId> StoreAsync(IOrderLedger ledger)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var commit = Purchase(await ledger.GetTimeAsync(cancellation));
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(commit, cancellation));
        return commit.Purchase.LatestAttempt;
    }
}
