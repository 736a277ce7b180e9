namespace PaymentSdk.AspNetCore.Window;

/// <summary>One directive of a Content-Security-Policy: its name in lower case and its sources as written.</summary>
internal sealed record PolicyDirective(string Name, IReadOnlyList<string> Sources)
{
    private const string None = "'none'";

    /// <summary>
    /// Returns the same directive with further sources. <c>'none'</c> is removed, because it is only valid alone. Sources that <c>*</c> already
    /// covers are not added.
    /// </summary>
    public PolicyDirective With(IEnumerable<string> further)
    {
        var sources = Sources.Where(source => !Is(source, None)).ToList();
        var everywhere = sources.Contains("*");
        foreach (var source in further)
        {
            var isCovered = everywhere && !PolicyNonce.Is(source);
            if (!isCovered && !sources.Exists(known => Is(known, source)))
                sources.Add(source);
        }

        return sources.Count == 0 ? this : this with { Sources = sources };
    }

    public bool Has(string source) => Sources.Any(known => Is(known, source));

    public override string ToString() => Sources.Count == 0 ? Name : $"{Name} {string.Join(' ', Sources)}";

    // Hosts and keywords are compared without case (CSP Level 3, §6.7.2).
    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
