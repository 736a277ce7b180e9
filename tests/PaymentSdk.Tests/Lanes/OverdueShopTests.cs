using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The lanes with a real ledger and a gateway, in a shop with hundreds of overdue rows and a budget of 100 requests per minute.</summary>
public sealed class OverdueShopTests
{
    private const int Overdue = 300;

    [Fact]
    public async Task A_confirm_whose_answer_is_lost_is_resolved_within_30_seconds_behind_hundreds_of_overdue_accounts()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var database = new TemporaryDatabase();
        await using var shop = await ShopHost.StartAsync(gateway, database, more: payments =>
            payments.Services.Configure<PaymentSdkOptions>("", options => options.Recovery.RequestsPerMinute = 100));
        await AddOverdueAccountsAsync(shop.Ledger);
        await Until.TrueAsync(() => gateway.ReadRequests().Count > 3, "the accounts are not queried");

        // The answer, the query after it and the first queries of recovery all fail, so recovery must find the outcome later.
        await gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 3 }, new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 12 });
        var orderId = await shop.OpenAsync();
        Assert.IsType<ConfirmOutcome.Checking>(await shop.ConfirmAsync(orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));
        var before = gateway.ReadRequests().Count;
        await shop.UntilAsync(orderId, AttemptState.Approved);

        // With this budget, a shop sends at most 50 requests in 30 seconds. The count replaces a time limit, which a slow machine could exceed.
        Assert.InRange(gateway.ReadRequests().Count - before, 0, 50);
        Assert.True(await shop.Ledger.CountDueAsync("", RecoveryLane.Routine, TimeSpan.Zero, Overdue, CancellationToken.None) > Overdue / 2);
    }

    private static async Task AddOverdueAccountsAsync(IOrderLedger ledger)
    {
        var now = await ledger.GetTimeAsync(CancellationToken.None);
        await Parallel.ForEachAsync(Enumerable.Range(0, Overdue), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            var (opened, orderId, purchaseId) = (now.AddDays(-1), OrderId.New(), PurchaseId.New());
            var attempt = new Attempt
            {
                Merchant = "",
                OrderId = orderId,
                PurchaseId = purchaseId,
                Number = 1,
                State = AttemptState.AwaitingDeposit,
                Amount = Money.Krw(15_000),
                PaymentKey = PaymentKey.Parse($"tgen_overdue_{number}"),
                FirstSentAt = opened,
                LastSendAt = opened,
                DueAt = now.AddHours(-1),
                OpenedAt = opened,
                ChangedAt = opened,
            };
            var purchase = new Purchase { Merchant = "", PurchaseId = purchaseId, Amount = attempt.Amount, OrderName = "사과", LatestAttempt = orderId, LiveAttempt = orderId, AttemptCount = 1, OpenedAt = opened };
            Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(AttemptMoves.Open(purchase, attempt), CancellationToken.None));
        });
    }
}
