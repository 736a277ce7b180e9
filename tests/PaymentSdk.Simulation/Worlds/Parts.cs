namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// The optional parts of a history: purchases, faults, crashes, actions of people. Each part checks here before it happens, by a name that
/// does not depend on the other parts. A history that fails is run again without some of its parts, until only those remain that the
/// failure needs.
/// </summary>
internal sealed class Parts(IReadOnlySet<string> leftOut)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public static IReadOnlySet<string> NoneLeftOut { get; } = new HashSet<string>();

    /// <summary>Every part that happened, in the order of its first check.</summary>
    public IReadOnlyList<string> Happened => _asked;

    /// <summary>Returns whether a part of the history happens.</summary>
    /// <param name="name">The name, such as <c>p7</c> (a purchase) or <c>p7: confirm 1 closed-after-work</c>.</param>
    public bool Has(string name)
    {
        if (leftOut.Contains(name))
            return false;
        if (_known.Add(name))
            _asked.Add(name);
        return true;
    }
}
