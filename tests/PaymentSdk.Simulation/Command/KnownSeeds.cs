using System.Globalization;

namespace PaymentSdk.Simulation.Command;

/// <summary>
/// Seeds with a known violation, one per line: the seed, the invariant and the cause. The list may only become shorter; a seed that no
/// longer fails must be removed from it.
/// </summary>
internal sealed class KnownSeeds
{
    private readonly Dictionary<ulong, string> _invariants = [];

    public static KnownSeeds None { get; } = new();

    public static KnownSeeds Read(string path)
    {
        var known = new KnownSeeds();
        foreach (var line in File.ReadLines(path).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            var words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            known._invariants.Add(ulong.Parse(words[0], CultureInfo.InvariantCulture), words.Length > 1 ? words[1].Split(' ')[0] : "");
        }

        return known;
    }

    public bool Has(ulong seed) => _invariants.ContainsKey(seed);

    /// <summary>Returns whether the violation of this invariant is known for this seed.</summary>
    public bool Has(ulong seed, string invariant) => _invariants.TryGetValue(seed, out var known) && (known.Length == 0 || known == invariant);
}
