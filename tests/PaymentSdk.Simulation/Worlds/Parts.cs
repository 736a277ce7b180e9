namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// The optional parts of a history: purchases, faults, crashes, and actions of buyers and operators. Code asks here, by the name of a part,
/// whether the part happens; the name does not depend on the other parts. A failing history is run again without some of its parts, until only
/// the parts remain that the failure needs.
/// </summary>
internal sealed class Parts(IReadOnlySet<string> leftOut)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public static IReadOnlySet<string> NoneLeftOut { get; } = new HashSet<string>();

    /// <summary>Every part that happened, in the order in which <see cref="Has"/> was first called for it.</summary>
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
