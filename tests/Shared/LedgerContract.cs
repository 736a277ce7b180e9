using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

/// <summary>
/// The behavior that every <see cref="IOrderLedger"/> must have. Derive from this class, implement <see cref="OpenLedgerAsync"/>, and run the
/// tests. Each test uses its own merchants, so that all tests may share one database. Override <see cref="PassAsync"/> for a ledger whose clock
/// is moved by hand, and <see cref="AtOnceAsync"/> for one that runs on a single thread.
/// </summary>
public abstract partial class LedgerContract
{
    private readonly string _merchant = $"shop-{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the database under test again, as another process would: nothing in memory is shared with an earlier ledger.</summary>
    protected abstract ValueTask<IOrderLedger> OpenLedgerAsync();

    /// <summary>Lets at least this much time pass on the clock of <see cref="IOrderLedger.GetTimeAsync"/>. Default: waits in real time.</summary>
    protected virtual async Task PassAsync(IOrderLedger ledger, TimeSpan time)
    {
        var end = await ledger.GetTimeAsync(Ct) + time;
        while (await ledger.GetTimeAsync(Ct) < end)
            await Task.Delay(5, Ct);
    }

    /// <summary>Makes all calls at the same moment. Default: each call runs on a separate thread.</summary>
    protected virtual Task<T[]> AtOnceAsync<T>(params Func<ValueTask<T>>[] calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = calls.Select(call => Task.Run(async () =>
        {
            await start.Task;
            return await call();
        })).ToList();
        start.SetResult();
        return Task.WhenAll(all);
    }

    /// <summary>Returns the same commit with the attempt of its first move changed.</summary>
    private static LedgerCommit With(LedgerCommit commit, Func<Attempt, Attempt> change) =>
        commit with { Moves = [commit.Moves[0] with { Attempt = change(commit.Moves[0].Attempt) }, .. commit.Moves.Skip(1)] };

    /// <summary>Returns an unstored purchase with one unstored attempt, which is due at <paramref name="due"/>.</summary>
    private AttemptSnapshot Unopened(DateTimeOffset now, string? merchant = null, PurchaseId? purchaseId = null, OrderId? orderId = null, DateTimeOffset? due = null, RecoveryLane lane = RecoveryLane.Routine)
    {
        var purchase = new Purchase
        {
            Merchant = merchant ?? _merchant,
            PurchaseId = purchaseId ?? PurchaseId.New(),
            Amount = Money.Krw(15_000),
            OrderName = "사과 한 상자",
            LatestAttempt = orderId ?? OrderId.New(),
            AttemptCount = 1,
            TestMode = true,
            OpenedAt = now,
            CommitId = Guid.NewGuid(),
        };
        var attempt = new Attempt
        {
            Merchant = purchase.Merchant,
            PurchaseId = purchase.PurchaseId,
            OrderId = purchase.LatestAttempt,
            Number = 1,
            State = AttemptState.Created,
            Amount = purchase.Amount,
            DueAt = due,
            Lane = lane,
            OpenedAt = now,
            ChangedAt = now,
        };
        return new AttemptSnapshot(purchase, attempt, now);
    }

    /// <summary>Returns the commit that stores a purchase with its first attempt.</summary>
    private static LedgerCommit PurchaseOpener(AttemptSnapshot entry) => new()
    {
        Purchase = entry.Purchase,
        Moves = [Insert(entry.Attempt)],
    };

    /// <summary>Returns the commit that moves the attempt of an entry, with a journal row.</summary>
    private static LedgerCommit Moving(AttemptSnapshot entry, AttemptState to, PaymentKey? paymentKey = null, params OrderEvent[] events) => new()
    {
        Purchase = entry.Purchase with { EventCount = entry.Purchase.EventCount + events.Length, CommitId = Guid.NewGuid() },
        Moves = [Move(entry.Attempt, to, paymentKey)],
        Events = events,
    };

    private static AttemptMove Insert(Attempt attempt) => new()
    {
        ExpectedState = null,
        Attempt = attempt with { JournalCount = 1 },
        Journal = Line(attempt, null, attempt.State, 1),
    };

    private static AttemptMove Move(Attempt attempt, AttemptState to, PaymentKey? paymentKey = null) => new()
    {
        ExpectedState = attempt.State,
        ExpectedFencingToken = attempt.FencingToken,
        Attempt = attempt with { State = to, PaymentKey = paymentKey ?? attempt.PaymentKey, JournalCount = attempt.JournalCount + 1 },
        Journal = Line(attempt, attempt.State, to, attempt.JournalCount + 1),
    };

    private static JournalEntry Line(Attempt attempt, AttemptState? from, AttemptState to, int sequence) => new()
    {
        Merchant = attempt.Merchant,
        PurchaseId = attempt.PurchaseId,
        OrderId = attempt.OrderId,
        Sequence = sequence,
        From = from,
        To = to,
        Cause = "test",
        Actor = "checkout",
        FencingToken = attempt.FencingToken,
        RecordedAt = attempt.ChangedAt,
    };

    private static OrderEvent Event(AttemptSnapshot entry, int sequence, OrderEventType type = OrderEventType.Paid, Guid? eventId = null) => new()
    {
        Merchant = entry.Purchase.Merchant,
        EventId = eventId ?? Guid.NewGuid(),
        PurchaseId = entry.Purchase.PurchaseId,
        OrderId = entry.Attempt.OrderId,
        Sequence = sequence,
        Type = type,
        TestMode = true,
        RecordedAt = entry.Now,
    };

    private static PaymentKey NewPaymentKey() => PaymentKey.Parse($"tgen_{Guid.NewGuid():N}");

    /// <summary>Stores a new purchase and reads it back.</summary>
    private async Task<AttemptSnapshot> OpenAsync(IOrderLedger ledger, string? merchant = null, DateTimeOffset? due = null, RecoveryLane lane = RecoveryLane.Routine)
    {
        var entry = Unopened(await ledger.GetTimeAsync(Ct), merchant, due: due, lane: lane);
        await CommittedAsync(ledger, PurchaseOpener(entry));
        return await ReadAsync(ledger, entry);
    }

    private static async Task CommittedAsync(IOrderLedger ledger, LedgerCommit commit) =>
        Assert.Equal(LedgerCommitResult.Committed, await ledger.CommitAsync(commit, Ct));

    private static async Task<AttemptSnapshot> ReadAsync(IOrderLedger ledger, AttemptSnapshot entry) =>
        Assert.IsType<AttemptSnapshot>(await ledger.FindAsync(entry.Attempt.Merchant, entry.Attempt.OrderId, Ct));

    /// <summary>Returns what the ledger stores about the purchases, so that a test can check that a refused commit changed nothing.</summary>
    private static async Task<string> AllAsync(IOrderLedger ledger, params AttemptSnapshot[] entries)
    {
        var all = new List<object?>();
        foreach (var (purchase, attempt, _) in entries)
        {
            var entry = await ledger.FindAsync(attempt.Merchant, attempt.OrderId, Ct);
            all.AddRange([entry?.Purchase, entry?.Attempt.State, entry?.Attempt.PaymentKey, entry?.Attempt.JournalCount, entry?.Attempt.DueAt, entry?.Attempt.Lane]);
            all.AddRange(await ledger.ReadJournalAsync(purchase.Merchant, purchase.PurchaseId, Ct));
            all.AddRange(await ledger.ReadEventsAsync(purchase.Merchant, purchase.PurchaseId, Ct));
            all.AddRange(await ledger.ReadRefundsAsync(attempt.Merchant, attempt.OrderId, Ct));
        }

        return string.Join('\n', all);
    }
}
