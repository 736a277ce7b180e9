namespace PaymentSdk.Simulation.Worlds;

/// <summary>The only random number generator of a history (SplitMix64). A seed gives the same numbers on every machine.</summary>
internal sealed class SimRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Returns a number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Returns a number from <paramref name="least"/> to <paramref name="maxCount"/>, both included.</summary>
    public int Between(int least, int maxCount) => least + Below(maxCount - least + 1);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public TimeSpan Between(TimeSpan least, TimeSpan maxCount) => least + TimeSpan.FromTicks((long)(Next() % (ulong)((maxCount - least).Ticks + 1)));

    /// <summary>Returns a separate generator, so that drawing more numbers in one place does not change the numbers in another.</summary>
    public SimRandom Fork() => new(Next());

    /// <summary>Returns a generator that depends only on a seed and names.</summary>
    public static SimRandom Named(ulong seed, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var letter in name)
                seed = (seed ^ letter) * 1_099_511_628_211;
            seed = (seed ^ 0xFFFF) * 1_099_511_628_211;
        }

        return new SimRandom(seed);
    }

    public void Fill(Span<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = (byte)Next();
    }
}
