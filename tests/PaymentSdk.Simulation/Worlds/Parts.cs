namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// What a history is made of that it could also do without: purchases, faults, crashes, whatever people do. Each part asks here
/// before it happens, by a name that does not depend on the other parts. A history that fails is run again without some of them,
/// until only those are left that it takes.
/// </summary>
internal sealed class Parts(IReadOnlySet<string> leftOut)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public static IReadOnlySet<string> NoneLeftOut { get; } = new HashSet<string>();

    /// <summary>Every part that asked and happened, in the order in which they first did.</summary>
    public IReadOnlyList<string> Happened => _asked;

    /// <summary>Whether a part of the history happens.</summary>
    /// <param name="name">E.g. <c>purchase p7</c> or <c>p7: confirm 1 lost-answer</c>.</param>
    public bool Has(string name)
    {
        if (leftOut.Contains(name))
            return false;
        if (_known.Add(name))
            _asked.Add(name);
        return true;
    }
}
