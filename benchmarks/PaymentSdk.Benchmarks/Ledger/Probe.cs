using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Tests.Shared;
namespace PaymentSdk.Benchmarks.Ledger;
internal static class Probe
{
    public static async Task RunAsync(string which)
    {
        using var file = new TemporaryDatabase();
        await using var server = which == "postgresql" ? await PostgresServer.StartAsync("-c fsync=on") : null;
        var ledgerUnder = server is null ? LedgerUnderTest.Sqlite($"Data Source={file.Path}") : LedgerUnderTest.PostgreSql(await server.CreateDatabaseAsync());
        await using var shop = await MeasuredShop.StartAsync(ledgerUnder);
        var ledger = shop.Host.Services.GetRequiredService<IOrderLedger>();
        var opened = await shop.OpenAsync(1500);
        for (var r = 0; r < 4; r++)
        {
            var c = Environment.CpuUsage.TotalTime;
            foreach (var o in opened) await ledger.FindAsync("", o, default);
            Console.WriteLine($"find {(Environment.CpuUsage.TotalTime - c).TotalMicroseconds / opened.Count:0} us");
            c = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 1500; i++) await ledger.GetTimeAsync(default);
            Console.WriteLine($"time {(Environment.CpuUsage.TotalTime - c).TotalMicroseconds / 1500:0} us");
            c = Environment.CpuUsage.TotalTime;
            foreach (var o in opened)
            {
                var e = (await ledger.FindAsync("", o, default))!;
                await ledger.CommitAsync(new LedgerCommit { Purchase = e.Purchase, Moves = [new AttemptMove { ExpectedState = e.Attempt.State, ExpectedFence = e.Attempt.Fence, Attempt = e.Attempt }] }, default);
            }
            Console.WriteLine($"find+commit {(Environment.CpuUsage.TotalTime - c).TotalMicroseconds / opened.Count:0} us");
            var o2 = await shop.OpenAsync(1500);
            c = Environment.CpuUsage.TotalTime;
            await shop.ConfirmAsync(o2, 1);
            Console.WriteLine($"confirm {(Environment.CpuUsage.TotalTime - c).TotalMicroseconds / o2.Count:0} us");
        }
    }
}
