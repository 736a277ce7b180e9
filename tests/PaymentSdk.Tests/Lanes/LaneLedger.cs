using Moq;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Lanes;

/// <summary>An in-memory ledger with the calls that recovery needs, shared by the processes of a test.</summary>
internal sealed class LaneLedger
{
    private readonly VirtualRuntime _runtime;
    private readonly Dictionary<OrderId, (Purchase Purchase, Attempt Attempt)> _rows = [];
    private readonly Dictionary<string, DateTimeOffset> _processes = [];
    private readonly SortedSet<(RecoveryLane Lane, DateTimeOffset Due, string OrderId)> _due = [];
    private readonly Mock<IOrderLedger> _mock = new();

    public LaneLedger(VirtualRuntime runtime)
    {
        _runtime = runtime;
        _mock.Setup(ledger => ledger.ClaimDueAsync(It.IsAny<string>(), It.IsAny<RecoveryLane>(), It.IsAny<int>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .Returns((string _, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken _) => new((IReadOnlyList<AttemptSnapshot>)Claim(lane, maxCount, lease)));
        _mock.Setup(ledger => ledger.CountDueAsync(It.IsAny<string>(), It.IsAny<RecoveryLane>(), It.IsAny<TimeSpan>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns((string _, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken _) =>
                new(_due.Where(row => row.Lane == lane && row.Due <= Now + within).Take(maxCount).Count()));
        _mock.Setup(ledger => ledger.BeatAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .Returns((string _, string process, TimeSpan within, CancellationToken _) => new(Beat(process, within)));
        _mock.Setup(ledger => ledger.FindAsync(It.IsAny<string>(), It.IsAny<OrderId>(), It.IsAny<CancellationToken>()))
            .Returns((string _, OrderId orderId, CancellationToken _) => new(Find(orderId)));
        _mock.Setup(ledger => ledger.CommitAsync(It.IsAny<LedgerCommit>(), It.IsAny<CancellationToken>()))
            .Returns((LedgerCommit commit, CancellationToken _) => new(Commit(commit)));
    }

    public IOrderLedger Port => _mock.Object;

    public Mock<IOrderLedger> Mock => _mock;

    /// <summary>The time of the database, whose clock a test can set.</summary>
    public DateTimeOffset Now => _runtime.Now + ClockShift;

    public TimeSpan ClockShift { get; set; }

    public int Due(RecoveryLane lane) => _due.Count(row => row.Lane == lane && row.Due <= Now);

    public Attempt Add(string orderId, RecoveryLane lane, TimeSpan due, AttemptState state = AttemptState.AwaitingDeposit, TimeSpan? firstSent = null, Func<Attempt, Attempt>? change = null)
    {
        var opened = Now - TimeSpan.FromDays(1);
        var attempt = new Attempt
        {
            Merchant = "",
            OrderId = OrderId.Parse(orderId),
            PurchaseId = PurchaseId.Parse("purchase-" + orderId),
            Number = 1,
            State = state,
            Amount = Money.Krw(15_000),
            PaymentKey = PaymentKey.Parse("payment-" + orderId),
            FirstSentAt = Now + (firstSent ?? -TimeSpan.FromDays(1)),
            Lane = lane,
            DueAt = Now + due,
            OpenedAt = opened,
            ChangedAt = opened,
        };
        attempt = change?.Invoke(attempt) ?? attempt;
        Put(new Purchase { Merchant = "", PurchaseId = attempt.PurchaseId, Amount = attempt.Amount, OrderName = "사과", LatestAttempt = attempt.OrderId, OpenedAt = opened, Version = 1 }, attempt);
        return attempt;
    }

    public Attempt Get(string orderId) => _rows[OrderId.Parse(orderId)].Attempt;

    /// <summary>Writes the row as recovery does when it has finished with it.</summary>
    public void Release(Attempt held, DateTimeOffset? due, RecoveryLane lane = RecoveryLane.Routine, AttemptState? state = null)
    {
        var (purchase, row) = _rows[held.OrderId];
        if (row.FencingToken == held.FencingToken)
            Put(purchase, row with { DueAt = due, LeaseUntil = null, LastQueriedAt = Now, Lane = lane, State = state ?? row.State });
    }

    private AttemptSnapshot? Find(OrderId orderId) => _rows.TryGetValue(orderId, out var row) ? new AttemptSnapshot(row.Purchase, row.Attempt, Now) : null;

    private LedgerCommitResult Commit(LedgerCommit commit)
    {
        var move = commit.Moves[0];
        var (purchase, attempt) = _rows[move.Attempt.OrderId];
        if (purchase.Version != commit.Purchase.Version || attempt.FencingToken != move.ExpectedFencingToken || attempt.State != move.ExpectedState)
            return LedgerCommitResult.Stale;
        Put(commit.Purchase with { Version = purchase.Version + 1 }, move.Attempt);
        return LedgerCommitResult.Committed;
    }

    private List<AttemptSnapshot> Claim(RecoveryLane lane, int maxCount, TimeSpan lease)
    {
        var claimed = new List<AttemptSnapshot>();
        var free = _due.GetViewBetween((lane, DateTimeOffset.MinValue, ""), (lane, Now.AddTicks(1), ""))
            .Select(due => _rows[OrderId.Parse(due.OrderId)]).Where(row => !(row.Attempt.LeaseUntil > Now)).Take(maxCount);
        foreach (var (purchase, row) in free.ToList())
        {
            var attempt = row with { FencingToken = row.FencingToken + 1, LeaseUntil = Now + lease };
            Put(purchase, attempt);
            claimed.Add(new AttemptSnapshot(purchase, attempt, Now));
        }

        return claimed;
    }

    private int Beat(string process, TimeSpan within)
    {
        _processes[process] = Now;
        return _processes.Values.Count(beat => beat > Now - within);
    }

    private void Put(Purchase purchase, Attempt attempt)
    {
        if (_rows.TryGetValue(attempt.OrderId, out var before) && before.Attempt.DueAt is { } was)
            _due.Remove((before.Attempt.Lane, was, attempt.OrderId.Value));
        if (attempt.DueAt is { } due)
            _due.Add((attempt.Lane, due, attempt.OrderId.Value));
        _rows[attempt.OrderId] = (purchase, attempt);
    }
}
