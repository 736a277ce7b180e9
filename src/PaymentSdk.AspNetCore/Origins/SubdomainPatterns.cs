using System.Buffers;
using System.Collections.Frozen;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Registered <c>https://*.base</c> patterns. A match is one or more labels before a registered base, with the same scheme and port. It is found by
/// looking up the text after each dot, from left to right (docs/spec/origins.md §4, rule 4).
/// </summary>
internal sealed class SubdomainPatterns
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _https;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _http;
    private readonly int _shortest;
    private readonly int _longest;

    public SubdomainPatterns(IReadOnlyCollection<WebAddress> bases)
    {
        _https = LookUp(bases, "https");
        _http = LookUp(bases, "http");
        _shortest = bases.Min(found => found.Authority.Length);
        _longest = bases.Max(found => found.Authority.Length);
    }

    public bool Match(ReadOnlySpan<char> origin)
    {
        if (origin.StartsWith("https://", StringComparison.Ordinal))
            return IsUnderBase(origin["https://".Length..], _https);
        return origin.StartsWith("http://", StringComparison.Ordinal) && IsUnderBase(origin["http://".Length..], _http);
    }

    private bool IsUnderBase(ReadOnlySpan<char> authority, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> bases)
    {
        var colon = authority.IndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        if (!IsCanonicalName(host))
            return false;
        for (var dot = host.IndexOf('.'); dot >= 0;)
        {
            var rest = authority[(dot + 1)..];
            if (rest.Length < _shortest)
                return false;
            if (rest.Length <= _longest && bases.Contains(rest))
                return true;
            var next = host[(dot + 1)..].IndexOf('.');
            dot = next < 0 ? -1 : dot + 1 + next;
        }

        return false;
    }

    /// <summary>Checks the strict grammar. The base is canonical because it was registered, so only the labels before it can be wrong.</summary>
    private static bool IsCanonicalName(ReadOnlySpan<char> host) =>
        host.Length is > 0 and <= 253
        && host[0] != '.'
        && !host.ContainsAnyExcept(NameCharacters)
        && host.IndexOf("..", StringComparison.Ordinal) < 0;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LookUp(IEnumerable<WebAddress> bases, string scheme) =>
        bases.Where(found => found.Scheme == scheme)
            .Select(found => found.Authority)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
