namespace PaymentSdk.Simulation.Worlds;

/// <summary>A running hash (FNV-1a, 64 bits) over what happened in a history.</summary>
internal sealed class JournalHash
{
    private const ulong Prime = 1_099_511_628_211;
    private ulong _hash = 14_695_981_039_346_656_037;

    public void Add(string text)
    {
        foreach (var character in text)
            _hash = (_hash ^ character) * Prime;
        _hash = (_hash ^ 0xFFFF) * Prime;
    }

    public void Add(long number) => _hash = (_hash ^ (ulong)number) * Prime;

    public override string ToString() => _hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
