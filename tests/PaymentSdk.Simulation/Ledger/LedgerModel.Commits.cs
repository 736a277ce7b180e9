using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>Commits: each one is written completely or not at all.</summary>
internal sealed partial class LedgerModel
{
    private readonly HashSet<Guid> _eventIds = [];

    public LedgerCommitResult Commit(LedgerCommit commit)
    {
        if (Refuse(commit) is { } refused)
            return refused;
        Write(commit);
        Committed(commit);
        Changed?.Invoke();
        return LedgerCommitResult.Committed;
    }

    private LedgerCommitResult? Refuse(LedgerCommit commit)
    {
        var purchase = Row(commit.Purchase.Merchant, commit.Purchase.PurchaseId);
        if (!StorableData.CanStore(commit))
            return LedgerCommitResult.DataRefused;
        if ((purchase?.Purchase.Version ?? 0) != commit.Purchase.Version)
            return LedgerCommitResult.Stale;
        foreach (var move in commit.Moves)
        {
            if (Refuse(move) is { } refused)
                return refused;
        }

        var known = purchase?.Events ?? [];
        return commit.Events.Any(happened => _eventIds.Contains(happened.EventId) || known.Exists(row => row.Event.Sequence == happened.Sequence))
            ? LedgerCommitResult.Stale
            : null;
    }

    private LedgerCommitResult? Refuse(AttemptMove move)
    {
        var next = move.Attempt;
        var row = Row(next.Merchant, next.OrderId);
        if (move.ExpectedState is { } expected)
        {
            if (row is null || row.Attempt.State != expected || row.Attempt.FencingToken != move.ExpectedFencingToken)
                return LedgerCommitResult.Stale;
        }
        else if (row is not null)
        {
            return LedgerCommitResult.Stale;
        }

        if (next.PaymentKey is { } key && _byPayment.TryGetValue((next.Merchant, key.Value), out var holder) && holder != row)
            return LedgerCommitResult.PaymentKeyTaken;
        return move.Journal is { } line && row?.Purchase.Journal.Exists(known => known.OrderId == line.OrderId && known.Sequence == line.Sequence) == true
            ? LedgerCommitResult.Stale
            : null;
    }

    private void Write(LedgerCommit commit)
    {
        var stored = Stored(commit.Purchase) with { Version = commit.Purchase.Version + 1 };
        if (Row(stored.Merchant, stored.PurchaseId) is not { } purchase)
        {
            purchase = new PurchaseRow(stored);
            _purchases.Add(purchase);
            _byPurchase.Add((stored.Merchant, stored.PurchaseId.Value), purchase);
        }

        purchase.Purchase = stored;
        foreach (var move in commit.Moves)
            Write(purchase, move);
        foreach (var happened in commit.Events)
            Write(purchase, Stored(happened));
        foreach (var line in commit.Movements)
            AddMovement(Stored(line));
        foreach (var refund in commit.Refunds)
            Write(Stored(refund));
    }

    private void Write(PurchaseRow purchase, AttemptMove move)
    {
        var next = Stored(move.Attempt);
        if (Row(next.Merchant, next.OrderId) is { } row)
        {
            Unplan(row);
            if (row.Attempt.PaymentKey is { } old && old != next.PaymentKey)
                _byPayment.Remove((next.Merchant, old.Value));
            row.Attempt = next;
        }
        else
        {
            row = new AttemptRow(purchase, next);
            purchase.Attempts.Add(row);
            _byOrder.Add((next.Merchant, next.OrderId.Value), row);
        }

        if (next.PaymentKey is { } key)
            _byPayment[(next.Merchant, key.Value)] = row;
        Plan(row);
        if (move.Journal is not { } line)
            return;
        purchase.Journal.Add(Stored(line));
        coverage?.CountTransition(line.From, line.To);
    }

    private void Write(PurchaseRow purchase, OrderEvent happened)
    {
        _eventIds.Add(happened.EventId);
        var row = new EventRow(new EventDelivery { Event = happened, DueAt = happened.RecordedAt });
        purchase.Events.Add(row);
        purchase.Events.Sort((one, other) => one.Event.Sequence.CompareTo(other.Event.Sequence));
        _byEvent.Add(happened.EventId, (purchase, row));
        Watch(purchase);
    }

    private void Write(RefundRecord refund)
    {
        if (Row(refund.Merchant, refund.OrderId) is not { } row)
            return;
        var at = row.Refunds.FindIndex(known => known.RefundId == refund.RefundId);
        if (at < 0)
            row.Refunds.Add(refund);
        else
            row.Refunds[at] = refund;
    }
}
