using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class FirstUseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opened_purchase_is_found_claimed_and_not_opened_twice()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".db");
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddPaymentSdk().AddEntityFrameworkLedger(db => db.UseSqlite($"Data Source={file}"), o => o.MigrateAtStart = true);
        using var host = builder.Build();
        await host.StartAsync(Ct);
        var ledger = host.Services.GetRequiredService<IOrderLedger>();
        var now = await ledger.GetTimeAsync(Ct);
        var p = new Purchase { Merchant = "", PurchaseId = PurchaseId.New(), Amount = Money.Krw(15000), OrderName = "커피", LatestAttempt = OrderId.New(), OpenedAt = now };
        var a = new Attempt { Merchant = "", PurchaseId = p.PurchaseId, OrderId = p.LatestAttempt, Number = 1, State = AttemptState.Created, Amount = p.Amount, OpenedAt = now, ChangedAt = now, DueAt = now };
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(new LedgerCommit { Purchase = p, Moves = [new AttemptMove { ExpectedState = null, Attempt = a }] }, Ct));
        var e = await ledger.FindAsync("", a.OrderId, Ct);
        Assert.Equal(p with { Version = 1 }, e!.Purchase);
        Assert.Equal(a, e.Attempt);
        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(new LedgerCommit { Purchase = p, Moves = [new AttemptMove { ExpectedState = null, Attempt = a }] }, Ct));
        var c = await ledger.ClaimDueAsync("", 10, TimeSpan.FromSeconds(1), Ct);
        Assert.Equal(1, Assert.Single(c).Attempt.Fence);
        await ledger.WakeAsync("", a.OrderId, TimeSpan.FromSeconds(5), Ct);
        await ledger.ReadJournalAsync("", p.PurchaseId, Ct);
        await ledger.ReadEventsAsync("", p.PurchaseId, Ct);
        await host.StopAsync(Ct);
    }
}
