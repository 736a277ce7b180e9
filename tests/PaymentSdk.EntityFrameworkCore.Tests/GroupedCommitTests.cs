using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Commits that wait for SQLite share one transaction; each is still written completely or not at all, with its own result.</summary>
public sealed class GroupedCommitTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waiting_commits_are_written_together_and_each_has_its_own_result(bool sharedTransactionFails)
    {
        var blocker = new CommitBlocker();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path}").AddInterceptors(blocker), ledger => ledger.MigrateAtStart = true));
        var (now, ledger) = (await host.Ledger.GetTimeAsync(Ct), host.Ledger);
        var stored = Opened.Purchase(now);
        await ledger.CommitAsync(stored, Ct);
        var key = PaymentKey.Parse("tgen_taken_once");

        blocker.Close();
        var first = Task.Run(async () => await ledger.CommitAsync(Opened.Purchase(now), Ct), Ct);
        await blocker.Reached;
        var good = Enumerable.Range(0, 5).Select(_ => Opened.Purchase(now)).ToList();
        var twoOfOneKey = Enumerable.Range(0, 2).Select(_ => WithKey(Opened.Purchase(now), key)).ToList();
        var unnamed = Opened.Purchase(now);
        unnamed = unnamed with { Purchase = unnamed.Purchase with { OrderName = null! } };
        var waiting = ((LedgerCommit[])[.. good, stored, .. twoOfOneKey, unnamed]).Select(commit => ledger.CommitAsync(commit, Ct).AsTask()).ToList();
        blocker.Open(failNext: sharedTransactionFails);

        Assert.Equal(LedgerCommitResult.Committed, await first);
        var results = await Task.WhenAll(waiting);
        Assert.All(results[..5], result => Assert.Equal(LedgerCommitResult.Committed, result));
        Assert.Equal(LedgerCommitResult.Stale, results[5]);
        Assert.Equal([LedgerCommitResult.Committed, LedgerCommitResult.PaymentKeyTaken], results[6..8]);
        Assert.Equal(LedgerCommitResult.DataRefused, results[8]);
        foreach (var commit in good.Append(twoOfOneKey[0]))
            Assert.Single(await ledger.ReadJournalAsync(Opened.Merchant, commit.Purchase.PurchaseId, Ct));
        foreach (var commit in new[] { twoOfOneKey[1], unnamed })
            Assert.Empty(await ledger.ReadJournalAsync(Opened.Merchant, commit.Purchase.PurchaseId, Ct));
        if (!sharedTransactionFails)
            Assert.Equal(2, blocker.Committed);
    }

    [Fact]
    public async Task A_writer_too_many_is_refused_at_once_and_has_written_nothing()
    {
        var writers = new WriterQueue(TimeSpan.FromMinutes(1), _ => Task.CompletedTask);
        var busy = new TaskCompletionSource<int>();
        var waiting = Enumerable.Range(0, 2_001).Select(_ => writers.TakeTurnAsync(new WriterWork<int>(() => busy.Task), Ct)).ToList();

        await Assert.ThrowsAsync<NothingWrittenException>(() => writers.TakeTurnAsync(new WriterWork<int>(() => busy.Task), Ct));

        busy.SetResult(1);
        Assert.All(await Task.WhenAll(waiting), result => Assert.Equal(1, result));
    }

    private static LedgerCommit WithKey(LedgerCommit commit, PaymentKey key) =>
        commit with { Moves = [commit.Moves[0] with { Attempt = commit.Moves[0].Attempt with { PaymentKey = key } }] };

    /// <summary>Holds one commit back until others wait for it.</summary>
    private sealed class CommitBlocker : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _closed;
        private bool _failNext;

        public Task Reached => _reached.Task;

        public int Committed { get; private set; }

        public void Close() => _closed = true;

        public void Open(bool failNext)
        {
            _failNext = failNext;
            _open.SetResult();
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!_closed)
                return result;
            if (_reached.TrySetResult())
            {
                await _open.Task;
            }
            else if (_failNext)
            {
                _failNext = false;
                throw new TimeoutException("The disk was unavailable.");
            }

            Committed++;
            return result;
        }
    }
}
