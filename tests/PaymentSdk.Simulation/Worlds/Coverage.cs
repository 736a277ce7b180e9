namespace PaymentSdk.Simulation.Worlds;

/// <summary>The coverage of histories: transitions of attempts, crash points of processes, and faults by operation.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, long> _transitions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _crashPoints = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _faults = new(StringComparer.Ordinal);

    /// <summary>The transitions of attempts, such as <c>Confirming→Approved</c>, with their counts.</summary>
    public IReadOnlyDictionary<string, long> Transitions => _transitions;

    /// <summary>The points at which processes crashed, such as <c>Commit confirm:unacknowledged</c>.</summary>
    public IReadOnlyDictionary<string, long> CrashPoints => _crashPoints;

    /// <summary>The faults that happened, such as <c>confirm:closed-after-work</c>.</summary>
    public IReadOnlyDictionary<string, long> Faults => _faults;

    /// <summary>
    /// Counts a row of the journal. A row that does not change the state records a refund; of these only a second partial cancel is a transition.
    /// </summary>
    public void CountTransition(AttemptState? from, AttemptState to)
    {
        if (from != to || to == AttemptState.PartlyCanceled)
            Count(_transitions, $"{from?.ToString() ?? "-"}→{to}", 1);
    }

    public void CountCrash(string point) => Count(_crashPoints, point, 1);

    public void CountFault(string name) => Count(_faults, name, 1);

    /// <summary>Adds the coverage of another history.</summary>
    public void Add(Coverage other)
    {
        foreach (var (mine, theirs) in new[] { (_transitions, other._transitions), (_crashPoints, other._crashPoints), (_faults, other._faults) })
        {
            foreach (var (name, count) in theirs)
                Count(mine, name, count);
        }
    }

    private static void Count(SortedDictionary<string, long> counts, string name, long count)
    {
        counts.TryGetValue(name, out var known);
        counts[name] = known + count;
    }
}
