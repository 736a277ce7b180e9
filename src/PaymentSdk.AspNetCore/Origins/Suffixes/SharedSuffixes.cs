namespace PaymentSdk.AspNetCore.Origins.Suffixes;

/// <summary>Names under which strangers get names: a pattern over one of them would let every stranger in (docs/spec/origins.md §3).</summary>
internal static class SharedSuffixes
{
    /// <summary>Some 9 500 rules: read when the first pattern is registered or the first refusal is explained, and never by a decision.</summary>
    private static readonly Lazy<PublicSuffixes> Public = new(PublicSuffixes.Load);

    /// <summary>Whether strangers get names directly under this name.</summary>
    public static bool Contains(string host)
    {
        var name = host.TrimEnd('.');
        return SharedHosts.Contains(name) || Public.Value.Contains(name);
    }

    /// <summary>Why a pattern over this host would let strangers in; null when it would not.</summary>
    public static string? WhyShared(string host)
    {
        var name = host.TrimEnd('.');
        if (SharedHosts.Contains(name))
            return $"{name} gives names to the shops of other merchants too";
        if (Public.Value.Contains(name))
            return $"{name} is a public suffix, under which strangers can get names too";
        return Public.Value.Below(name) is { } below ? $"it covers {below} as well, a public suffix, under which strangers can get names too" : null;
    }
}
