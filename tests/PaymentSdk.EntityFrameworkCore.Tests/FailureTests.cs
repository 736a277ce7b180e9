using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    public static TheoryData<string> Calls => ["FindAsync", "FindPurchaseAsync", "FindPaymentAsync", "GetTimeAsync", "CommitAsync", "ClaimDueAsync", "CountDueAsync", "BeatAsync", "MakeDueAsync", "ReadJournalAsync", "ReadEventsAsync"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_inside_a_TransactionScope_is_refused_and_writes_nothing(string call)
    {
        await using var host = await LedgerHost.StartAsync(_file);
        var orderId = await Opened.StoreAsync(host.Ledger);

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(host.Ledger, call, orderId));
            Assert.Contains("TransactionScope", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("1 0", await SqliteFile.ScalarAsync(_file, "SELECT COUNT(*) || ' ' || MAX(fencing_token) FROM payment_attempts"));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_database_that_became_unavailable_is_a_LedgerException_without_values(string call)
    {
        await using var host = await LedgerHost.StartAsync(_file);
        var orderId = await Opened.StoreAsync(host.Ledger);
        await using var connection = await SqliteFile.OpenAsync(_file);
        await SqliteFile.ScalarAsync(_file, "PRAGMA foreign_keys = OFF; DROP TABLE payment_outbox; DROP TABLE payment_journal; DROP TABLE payment_attempts; DROP TABLE payment_purchases; DROP TABLE payment_processes");
        if (call == "GetTimeAsync")
            return;

        var failure = await Assert.ThrowsAsync<LedgerException>(() => CallAsync(host.Ledger, call, orderId));

        Assert.NotNull(failure.InnerException);
        Assert.DoesNotContain(orderId.Value, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("X6505636518308", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_process_keeps_locked_is_a_LedgerException_and_nothing_is_written()
    {
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path};Default Timeout=1"), ledger => ledger.MigrateAtStart = true));
        var commit = Opened.Purchase(await host.Ledger.GetTimeAsync(Ct));
        await using var other = await SqliteFile.OpenAsync(_file);
        await using (await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Ct))
        {
            var failure = await Assert.ThrowsAsync<LedgerException>(async () => await host.Ledger.CommitAsync(commit, Ct));
            Assert.Contains("while a transaction of the shop", failure.Message, StringComparison.Ordinal);
        }

        Assert.Null(await host.Ledger.FindAsync(Opened.Merchant, commit.Purchase.LatestAttempt, Ct));
        Assert.Equal(LedgerCommitResult.Committed, await host.Ledger.CommitAsync(commit, Ct));
    }

    [Fact]
    public async Task A_commit_whose_acknowledgment_is_lost_is_a_LedgerException_and_a_later_read_shows_whether_it_was_written()
    {
        var commits = new FailingCommits();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path}").AddInterceptors(commits), ledger => ledger.MigrateAtStart = true));
        var commit = Opened.Purchase(await host.Ledger.GetTimeAsync(Ct));

        commits.After = 1;
        await Assert.ThrowsAsync<LedgerException>(async () => await host.Ledger.CommitAsync(commit, Ct));

        Assert.NotNull(await host.Ledger.FindAsync(Opened.Merchant, commit.Purchase.LatestAttempt, Ct));
        Assert.Equal(LedgerCommitResult.Stale, await host.Ledger.CommitAsync(commit, Ct));
    }

    [Theory]
    [InlineData("before it took effect")]
    [InlineData("after it took effect")]
    public async Task Under_a_retrying_execution_strategy_a_commit_that_lost_its_connection_is_committed_once(string lost)
    {
        var commits = new FailingCommits();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database
                .UseSqlite($"Data Source={_file.Path}", sqlite => sqlite.ExecutionStrategy(dependencies => new RetryingStrategy(dependencies)))
                .AddInterceptors(commits),
            ledger => ledger.MigrateAtStart = true));
        var commit = Opened.Purchase(await host.Ledger.GetTimeAsync(Ct));

        (commits.CallCount, commits.Before, commits.After) = lost.StartsWith("before", StringComparison.Ordinal) ? (0, 2, 0) : (0, 0, 1);
        Assert.Equal(LedgerCommitResult.Committed, await host.Ledger.CommitAsync(commit, Ct));

        Assert.True(commits.CallCount > commits.Before);
        Assert.Single(await host.Ledger.ReadJournalAsync(Opened.Merchant, commit.Purchase.PurchaseId, Ct));
        Assert.Equal(1, (await host.Ledger.FindAsync(Opened.Merchant, commit.Purchase.LatestAttempt, Ct))!.Purchase.Version);
        Assert.Single(await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct));
    }

    [Fact]
    public async Task No_value_of_a_row_reaches_a_log_even_where_the_host_logs_sensitive_data()
    {
        using var lines = new LogLines();
        await using var host = await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(
                database => database.UseSqlite($"Data Source={_file.Path}").EnableSensitiveDataLogging().EnableDetailedErrors(), ledger => ledger.MigrateAtStart = true),
            builder => builder.Services.AddSingleton<ILoggerProvider>(lines));

        var orderId = await Opened.StoreAsync(host.Ledger);
        var entry = await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct);
        await host.Ledger.CommitAsync(new LedgerCommit { Purchase = entry!.Purchase with { Version = 0 }, Moves = [] }, Ct);

        Assert.Contains(lines.All, line => line.Contains("FROM \"payment_attempts\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains("X6505636518308", StringComparison.Ordinal));
    }

    private static Task CallAsync(IOrderLedger ledger, string call, OrderId orderId) => call switch
    {
        "FindAsync" => ledger.FindAsync(Opened.Merchant, orderId, Ct).AsTask(),
        "FindPurchaseAsync" => ledger.FindPurchaseAsync(Opened.Merchant, PurchaseId.New(), Ct).AsTask(),
        "FindPaymentAsync" => ledger.FindPaymentAsync(Opened.Merchant, PaymentKey.Parse("tgen_unknown"), Ct).AsTask(),
        "GetTimeAsync" => ledger.GetTimeAsync(Ct).AsTask(),
        "CommitAsync" => ledger.CommitAsync(Opened.Purchase(DateTimeOffset.UnixEpoch), Ct).AsTask(),
        "ClaimDueAsync" => ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), Ct).AsTask(),
        "CountDueAsync" => ledger.CountDueAsync(Opened.Merchant, RecoveryLane.Routine, TimeSpan.FromHours(1), 5, Ct).AsTask(),
        "BeatAsync" => ledger.BeatAsync(Opened.Merchant, "a", TimeSpan.FromMinutes(1), Ct).AsTask(),
        "MakeDueAsync" => ledger.MakeDueAsync(Opened.Merchant, orderId, TimeSpan.Zero, Ct).AsTask(),
        "ReadJournalAsync" => ledger.ReadJournalAsync(Opened.Merchant, PurchaseId.New(), Ct).AsTask(),
        "ReadEventsAsync" => ledger.ReadEventsAsync(Opened.Merchant, PurchaseId.New(), Ct).AsTask(),
        _ => throw new ArgumentOutOfRangeException(nameof(call)),
    };

    /// <summary>Fails the given number of commits, before or after they take effect.</summary>
    private sealed class FailingCommits : DbTransactionInterceptor
    {
        public int CallCount { get; set; }

        public int Before { get; set; }

        public int After { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ++CallCount <= Before ? throw new TimeoutException("The connection was lost.") : ValueTask.FromResult(result);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            After-- > 0 ? throw new TimeoutException("The connection was lost.") : Task.CompletedTask;
    }
}
