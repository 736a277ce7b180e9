using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>Claims. There is no separate queue: workers claim the rows of attempts that are due.</summary>
internal sealed partial class LedgerModel
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(1);

    private readonly SortedSet<AttemptRow> _planned = new(Comparer<AttemptRow>.Create(Order));
    private readonly SortedDictionary<string, DateTimeOffset> _beats = new(StringComparer.Ordinal);

    /// <summary>Returns whether a process skips idle rounds in which it would have sent a heartbeat.</summary>
    public Func<string, bool> IsIdle { get; set; } = _ => false;

    /// <summary>When the next attempt can be claimed; null when none can.</summary>
    public DateTimeOffset? NextClaim => _planned.Min?.ClaimableAt;

    public IReadOnlyList<AttemptSnapshot> ClaimDue(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease)
    {
        var now = Now;
        if (maxCount <= 0 || !(NextClaim <= now))
            return [];
        var due = _planned.TakeWhile(row => row.ClaimableAt <= now)
            .Where(row => row.Attempt.Merchant == merchant && row.Attempt.Lane == lane)
            .OrderBy(row => row.Attempt.DueAt).ThenBy(row => row.Attempt.OrderId.Value, StringComparer.Ordinal)
            .Take(maxCount).ToList();
        foreach (var row in due)
        {
            Unplan(row);
            row.Attempt = row.Attempt with { FencingToken = row.Attempt.FencingToken + 1, LeaseUntil = now + lease };
            Plan(row);
        }

        return [.. due.Select(row => Entry(row)!)];
    }

    public int CountDue(string merchant, RecoveryLane lane, TimeSpan within, int maxCount)
    {
        var until = Now + within;
        return _planned.Where(row => row.Attempt.Merchant == merchant && row.Attempt.Lane == lane && row.Attempt.DueAt <= until).Take(maxCount).Count();
    }

    public void MakeDue(string merchant, OrderId orderId, TimeSpan atMostEvery)
    {
        var now = Now;
        if (Row(merchant, orderId) is not { Attempt: { DueAt: { } due } attempt } row || (attempt.LastQueriedAt > now - atMostEvery && attempt.LastQueriedAt <= now)
            || (due <= now && attempt.Lane <= RecoveryLane.Requested))
            return;
        Unplan(row);
        row.Attempt = attempt with { DueAt = due < now ? due : now, Lane = attempt.Lane > RecoveryLane.Requested ? RecoveryLane.Requested : attempt.Lane };
        Plan(row);
        Changed?.Invoke();
    }

    public int Beat(string merchant, string process, TimeSpan within)
    {
        var now = Now;
        _beats[$"{merchant}\n{process}"] = now;
        foreach (var old in _beats.Where(beat => beat.Value < now - ForgottenAfter).Select(beat => beat.Key).ToList())
            _beats.Remove(old);
        var prefix = $"{merchant}\n";
        return _beats.Count(beat => beat.Key.StartsWith(prefix, StringComparison.Ordinal)
            && (beat.Value >= now - within || beat.Key == $"{prefix}{process}" || IsIdle(beat.Key[prefix.Length..])));
    }

    private void Plan(AttemptRow row)
    {
        if (row.ClaimableAt is not null)
            _planned.Add(row);
    }

    private void Unplan(AttemptRow row)
    {
        if (row.ClaimableAt is not null)
            _planned.Remove(row);
    }

    private static int Order(AttemptRow? one, AttemptRow? other)
    {
        var byTime = Nullable.Compare(one!.ClaimableAt, other!.ClaimableAt);
        if (byTime != 0)
            return byTime;
        var byOrder = string.CompareOrdinal(one.Attempt.OrderId.Value, other.Attempt.OrderId.Value);
        return byOrder != 0 ? byOrder : string.CompareOrdinal(one.Attempt.Merchant, other.Attempt.Merchant);
    }
}
