using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>
/// Records when the work on each purchase was last disturbed. The time limits of the rules apply only while the API and the ledger answer and
/// processes run.
/// </summary>
internal sealed class Calm(World world)
{
    private readonly Dictionary<string, DateTimeOffset> _of = new(StringComparer.Ordinal);
    private DateTimeOffset _ofAll;

    /// <summary>Records a disturbance of all purchases until a time.</summary>
    public void Disturb(DateTimeOffset until) => _ofAll = until > _ofAll ? until : _ofAll;

    /// <summary>Records a disturbance of one purchase until a time.</summary>
    public void Disturb(string subject, DateTimeOffset until)
    {
        if (subject.Length == 0)
            Disturb(until);
        else if (!(_of.GetValueOrDefault(subject) >= until))
            _of[subject] = until;
    }

    /// <summary>Returns whether nothing has disturbed a purchase since a given time.</summary>
    public bool Since(string subject, DateTimeOffset moment) => _ofAll < moment && _of.GetValueOrDefault(subject) < moment && world.Now >= moment;
}
