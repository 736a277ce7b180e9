using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>
/// Tries each kind of statement that payments need, with the permissions and interceptors that payments have, in transactions that are rolled back.
/// </summary>
internal sealed class LedgerTrial(LedgerSession session)
{
    private const string OrderName = TrialPayment.OrderName;

    private static readonly LedgerClock Clock = new(registered: null);

    private readonly TrialPayment _payment = new();
    private string _step = "";

    private DbContext Database => session.Database;

    private string Merchant => _payment.Merchant;

    /// <exception cref="InvalidOperationException">A statement failed or had an unexpected effect; the message says which, why, and what to
    /// do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await InTransactionAsync(TryAllAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException or FormatException or InvalidCastException)
        {
            throw new InvalidOperationException(
                $"The payment ledger cannot {_step} in its database: {failure.GetBaseException().Message} " +
                "Let this process write the payment_* tables (a file and its directory; on a server SELECT, INSERT, UPDATE and DELETE for its role), and remove triggers, policies and interceptors that change the ledger's statements.",
                failure);
        }
    }

    /// <summary>Returns, in sentences, how a database behaves on which the ledger has not been verified.</summary>
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        string[] found =
        [
            await FindAsync("Korean text", TextAsync, cancellationToken).ConfigureAwait(false),
            await FindAsync("Order ids that differ by case", CaseAsync, cancellationToken).ConfigureAwait(false),
            await FindAsync("Counted rows", CountAsync, cancellationToken).ConfigureAwait(false),
            await FindAsync("All statements together", async token => { await TryAllAsync(token).ConfigureAwait(false); return "each did what it should"; }, cancellationToken).ConfigureAwait(false),
        ];
        return string.Join(' ', found);
    }

    private async Task<string> FindAsync(string subject, Func<CancellationToken, Task<string>> probe, CancellationToken cancellationToken)
    {
        try
        {
            return $"{subject}: {await InTransactionAsync(probe, cancellationToken).ConfigureAwait(false)}.";
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException or FormatException or InvalidCastException)
        {
            return $"{subject}: refused ({failure.GetBaseException().Message.TrimEnd('.')}).";
        }
    }

    private async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(_payment.Opened(_payment.Id), cancellationToken).ConfigureAwait(false);
        var name = await Database.Set<PurchaseRow>().AsNoTracking().Where(row => row.Merchant == Merchant).Select(row => row.OrderName).SingleAsync(cancellationToken).ConfigureAwait(false);
        return name == OrderName ? "came back as it was written" : $"'{OrderName}' came back as '{name}'";
    }

    private async Task<string> CaseAsync(CancellationToken cancellationToken)
    {
        var (lower, upper) = ($"{_payment.Id}-case", $"{_payment.Id}-CASE");
        await WriteAsync(_payment.Opened(lower), cancellationToken).ConfigureAwait(false);
        var others = await Database.Set<AttemptRow>().CountAsync(row => row.Merchant == Merchant && row.OrderId == upper, cancellationToken).ConfigureAwait(false);
        return others == 0 ? "are two" : $"are taken for one: a query for {upper} found {lower}";
    }

    private async Task<string> CountAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(_payment.Opened(_payment.Id), cancellationToken).ConfigureAwait(false);
        var counted = await Database.Set<PurchaseRow>().Where(row => row.Merchant == Merchant)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OrderName, row => row.OrderName), cancellationToken).ConfigureAwait(false);
        return counted == 1 ? "an UPDATE counts the rows that it found" : string.Create(CultureInfo.InvariantCulture, $"an UPDATE that matched one row and changed no value counted {counted} rows");
    }

    private async Task<bool> TryAllAsync(CancellationToken cancellationToken)
    {
        var opened = _payment.Opened($"{_payment.Id}-check", $"{_payment.Id}-CHECK");
        _step = "write a payment";
        Expect(await WriteAsync(opened, cancellationToken).ConfigureAwait(false), "an INSERT reported an unexpected number of rows");
        _step = "read a payment";
        var find = LedgerProviders.Of(Database).CompileFind();
        foreach (var move in opened.Moves)
        {
            var read = await find(Database, Merchant, move.Attempt.OrderId.Value, cancellationToken).ConfigureAwait(false);
            Expect(read?.Purchase.OrderName == OrderName && read.Attempt.OrderId == move.Attempt.OrderId.Value, "it did not come back as it was written");
        }

        _step = "claim what is due";
        var claims = new LedgerClaims(Database, Clock);
        var taken = await claims.TakeAsync(Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false);
        Expect(taken.Count == 2, "not every row that is due was claimed");
        Expect(await claims.CountAsync(Merchant, RecoveryLane.Routine, TimeSpan.FromHours(1), 5, cancellationToken).ConfigureAwait(false) == 2, "not every row that is due was counted");
        var orderId = taken[0].Attempt.OrderId;
        _step = "make a payment due";
        var waiting = await claims.FindWaitingAsync(Merchant, orderId, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        Expect(waiting is not null && await claims.MakeDueAsync(Merchant, orderId, waiting.Value, cancellationToken).ConfigureAwait(false) == 1, "the row was not found");
        await TryMoveAsync(taken[0], cancellationToken).ConfigureAwait(false);
        await TryQueuesAsync(cancellationToken).ConfigureAwait(false);
        await TryBooksAsync(cancellationToken).ConfigureAwait(false);
        _step = "delete what is old";
        var version = await Database.Set<PurchaseRow>().Where(row => row.Merchant == Merchant).Select(row => row.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
        Expect(await LedgerPurge.DeleteAsync(Database, Merchant, opened.Purchase.PurchaseId.Value, version, 0, cancellationToken).ConfigureAwait(false), "a row had changed");
        await Database.Set<MoneyMovementRow>().Where(row => row.Merchant == Merchant).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await Database.Set<InboxRow>().Where(row => row.Merchant == Merchant).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        Expect(!await Database.Set<AttemptRow>().AnyAsync(row => row.Merchant == Merchant, cancellationToken).ConfigureAwait(false), "a deleted row is still there");
        return true;
    }

    /// <summary>Writes the outcome of a payment, with a refund that is first inserted and then updated.</summary>
    private async Task TryMoveAsync(AttemptSnapshot entry, CancellationToken cancellationToken)
    {
        _step = "write the outcome of a payment";
        var refund = _payment.Refund(entry.Attempt.OrderId);
        for (var (version, number) = (entry.Purchase.Version, 0); number < 2; version++, number++)
        {
            var commit = new LedgerCommit
            {
                Purchase = entry.Purchase with { Version = version },
                Moves = [new AttemptMove { ExpectedState = entry.Attempt.State, ExpectedFencingToken = entry.Attempt.FencingToken, Attempt = entry.Attempt }],
                Refunds = [refund with { RecheckCount = number }],
            };
            Expect(await WriteAsync(commit, cancellationToken).ConfigureAwait(false), "an UPDATE reported an unexpected number of rows");
        }

        var stale = new LedgerCommit { Purchase = entry.Purchase, Moves = [] };
        Expect(!await WriteAsync(stale, cancellationToken).ConfigureAwait(false), "an UPDATE of a row that has changed was reported as done");
    }

    private async Task TryQueuesAsync(CancellationToken cancellationToken)
    {
        _step = "deliver an event";
        var outbox = new LedgerOutbox(Database, Clock);
        var events = await outbox.TakeAsync(Merchant, 5, TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false);
        Expect(events.Count == 1 && await outbox.RecordAsync(events[0] with { DeliveredAt = DateTimeOffset.UnixEpoch, DueAt = null }, cancellationToken).ConfigureAwait(false), "it was not found");
        _step = "store a webhook";
        var inbox = new LedgerInbox(Database, Clock);
        Expect(await inbox.ReceiveAsync(_payment.Webhook(), 5, TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false) == InboxResult.Stored, "it was not stored");
        var messages = await inbox.TakeAsync(Merchant, 5, TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false);
        Expect(messages.Count == 1 && await inbox.RecordAsync(messages[0] with { DueAt = null }, cancellationToken).ConfigureAwait(false), "it was not found");
        _step = "write a heartbeat";
        Expect(await new LedgerProcesses(Database, Clock).BeatAsync(Merchant, _payment.Id, TimeSpan.FromMinutes(1), cancellationToken).ConfigureAwait(false) == 1, "it was not counted");
    }

    private async Task TryBooksAsync(CancellationToken cancellationToken)
    {
        _step = "reconcile";
        var records = new LedgerRecords(Database, Clock);
        for (var time = 0; time < 2; time++)
        {
            await records.SaveBreaksAsync([_payment.Break()], cancellationToken).ConfigureAwait(false);
            Database.ChangeTracker.Clear();
        }

        Expect(await records.AddMovementsAsync([_payment.Movement(OrderId.Parse(_payment.Id), "added")], cancellationToken).ConfigureAwait(false) == 1, "a movement of money was not added");
        Database.ChangeTracker.Clear();
        var figures = await records.ReadStatisticsAsync(Merchant, cancellationToken).ConfigureAwait(false);
        Expect(figures.OpenBreaks == 1, "what was written was not counted");
    }

    private async Task<bool> WriteAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var rows = await new PendingCommit(commit).RowsAsync(Database, cancellationToken).ConfigureAwait(false);
        return await new CommitStatements(Database).ExecuteAsync(session, Database.Database.CurrentTransaction!.GetDbTransaction(), rows, cancellationToken).ConfigureAwait(false);
    }

    private Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        Database.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                Database.ChangeTracker.Clear();
                var transaction = await Database.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    try
                    {
                        return await work(token).ConfigureAwait(false);
                    }
                    finally
                    {
                        Database.ChangeTracker.Clear();
                        await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken);

    private static void Expect(bool kept, string fault)
    {
        if (!kept)
            throw new InvalidOperationException($"{char.ToUpperInvariant(fault[0])}{fault[1..]}.");
    }
}
