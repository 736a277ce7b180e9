using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class TimeTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task The_time_of_the_database_is_read_in_the_query_that_reads_the_row()
    {
        var statements = new Statements();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path}").AddInterceptors(statements), ledger => ledger.MigrateAtStart = true));
        var orderId = await Opened.StoreAsync(host.Ledger);

        statements.Texts.Clear();
        await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct);
        await host.Ledger.GetTimeAsync(Ct);

        const string now = "strftime('%Y-%m-%d %H:%M:%f', 'now')";
        var find = Assert.Single(statements.Texts, text => text.Contains("INNER JOIN \"payment_purchases\"", StringComparison.Ordinal));
        Assert.Contains(now, find, StringComparison.Ordinal);
        Assert.Contains(statements.Texts, text => text.StartsWith($"SELECT rtrim(rtrim({now}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_databases_time_is_the_real_time()
    {
        await using var host = await LedgerHost.StartAsync(_file, builder => builder.Services.AddSingleton(TimeProvider.System));

        var before = TimeProvider.System.GetUtcNow();
        var time = await host.Ledger.GetTimeAsync(Ct);

        Assert.InRange(time, before.AddSeconds(-1), TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public async Task A_host_with_its_own_time_moves_due_times_and_leases_with_it()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await LedgerHost.StartAsync(_file, builder => builder.Services.AddSingleton<TimeProvider>(time));
        await Opened.StoreAsync(host.Ledger);
        Assert.Equal(time.GetUtcNow(), await host.Ledger.GetTimeAsync(Ct));
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));

        time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
    }

    [Fact]
    public async Task A_process_is_forgotten_when_it_was_not_seen_for_an_hour_whichever_way_the_clock_moved()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await LedgerHost.StartAsync(_file, builder => builder.Services.AddSingleton<TimeProvider>(time));
        // The host runs no worker for the merchant "clocks", so only the test sends heartbeats.
        Task<int> BeatAsync(string process) => host.Ledger.BeatAsync("clocks", process, TimeSpan.FromDays(1), Ct).AsTask();
        await BeatAsync("a");

        time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(2, await BeatAsync("b"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await BeatAsync("b"));

        await SqliteFile.ScalarAsync(_file, "UPDATE payment_processes SET process = 'of the future', seen_at = seen_at + 3600002 WHERE merchant = 'clocks'");
        Assert.Equal(1, await BeatAsync("b"));
        Assert.Equal("b", await SqliteFile.ScalarAsync(_file, "SELECT group_concat(process) FROM payment_processes WHERE merchant = 'clocks'"));
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
