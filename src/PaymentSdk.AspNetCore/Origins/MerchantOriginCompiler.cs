using PaymentSdk.AspNetCore.Origins.Suffixes;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Compiles the entries that a person wrote into a snapshot, or lists every problem at once (docs/spec/origins.md §3).</summary>
internal sealed class MerchantOriginCompiler(MerchantOriginSwitches switches)
{
    private readonly List<string> _exact = [];
    private readonly List<WebAddress> _patterns = [];
    private readonly List<MerchantOriginProblem> _problems = [];

    public IReadOnlyList<MerchantOriginProblem> Problems => _problems;

    public static MerchantOriginCompiler Compile(IEnumerable<MerchantOriginEntry> entries, MerchantOriginSwitches switches)
    {
        var compiler = new MerchantOriginCompiler(switches);
        foreach (var entry in entries)
            compiler.Add(entry);
        return compiler;
    }

    /// <summary>Returns the snapshot, or throws if there are problems.</summary>
    public MerchantOriginSnapshot ToSnapshot() => _problems.Count == 0
        ? new MerchantOriginSnapshot(switches, _exact, _patterns)
        : throw new InvalidOperationException("A registration with problems has no snapshot.");

    private void Add(MerchantOriginEntry entry)
    {
        if (SubdomainPatternText.TryCut(entry.Text, out var withoutWildcard))
            AddPattern(entry, withoutWildcard);
        else if (AppOrigin.HasAppScheme(entry.Text))
            AddAppOrigin(entry);
        else
            AddExact(entry);
    }

    private void AddExact(MerchantOriginEntry entry)
    {
        var spelling = OriginSpelling.Read(entry.Text);
        if (spelling.Address is not { } address)
            Refuse(entry, spelling.Problem!, spelling.Suggestion);
        else if (IsInsecure(address))
            Refuse(entry, Insecure, $"https://{address.Host}");
        else if (switches.AllowCredentials && address.Scheme == "http" && !LoopbackHost.Is(address.Host))
            Refuse(entry, "with AllowCredentials, plain http is only possible on loopback", $"https://{address.Host}");
        else
            _exact.Add(address.Origin);
    }

    private void AddPattern(MerchantOriginEntry entry, string withoutWildcard)
    {
        var spelling = OriginSpelling.Read(withoutWildcard);
        if (spelling.Address is not { } address)
            Refuse(entry, spelling.Problem!, spelling.Suggestion is { } suggestion ? SubdomainPatternText.Join(suggestion) : null);
        else if (address.IsIpAddress)
            Refuse(entry, "an IP address has no subdomains", address.Origin);
        else if (switches.AllowCredentials)
            Refuse(entry, "with AllowCredentials, every origin must be named exactly, without a wildcard", null);
        else if (address.Scheme == "http" && !switches.AllowInsecureOrigins)
            Refuse(entry, "a wildcard is only possible over https", SubdomainPatternText.Join($"https://{address.Host}"));
        else if (!switches.AllowSharedSuffixPatterns && SharedSuffixes.WhyShared(address.Host) is { } reason)
            Refuse(entry, $"{reason}. Name your own shop's origin, or set DangerouslyAllowSharedSuffixPatterns", null);
        else
            _patterns.Add(address);
    }

    private void AddAppOrigin(MerchantOriginEntry entry)
    {
        if (!switches.AllowAppSchemes)
            Refuse(entry, "an app scheme authenticates nothing: any app can send it. Set DangerouslyAllowAppSchemes to register it all the same", null);
        else if (!AppOrigin.IsCanonical(entry.Text!))
            Refuse(entry, "an app origin must be written as scheme://host in lower case, optionally with a port", null);
        else if (switches.AllowCredentials)
            Refuse(entry, "with AllowCredentials, only https and loopback origins are possible", null);
        else
            _exact.Add(entry.Text!);
    }

    private const string Insecure =
        "plain http is only possible on loopback, because anyone on the network path can change the page. Set DangerouslyAllowInsecureOrigins to register it all the same";

    private bool IsInsecure(WebAddress address) =>
        address.Scheme == "http" && !switches.AllowInsecureOrigins && !LoopbackHost.Is(address.Host);

    private void Refuse(MerchantOriginEntry entry, string reason, string? suggestion) =>
        _problems.Add(new MerchantOriginProblem(entry.Setting, entry.Text, reason, suggestion));
}
