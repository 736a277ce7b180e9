using System.Collections.Frozen;

namespace PaymentSdk.AspNetCore.Origins.Suffixes;

/// <summary>Names under which strangers can obtain names. A pattern over one of them would let every stranger in (docs/spec/origins.md §3).</summary>
internal static class SharedSuffixes
{
    /// <summary>
    /// About 9,500 rules. They are read when the first pattern is registered or the first refusal is explained, and never by a decision.
    /// </summary>
    private static readonly Lazy<PublicSuffixes> Public = new(PublicSuffixes.Load);

    /// <summary>Returns true if strangers can get names directly under this name.</summary>
    public static bool Contains(string host)
    {
        var name = host.TrimEnd('.');
        return SharedHosts.Contains(name) || Public.Value.Contains(name);
    }

    /// <summary>Returns why a pattern over this host would let strangers in; null if it would not.</summary>
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

/// <summary>
/// Hosts that give every customer a name and that are not in the Public Suffix List, most of them Korean (docs/spec/origins.md §3). A host is
/// listed when its own help pages, or public pages of several of its customers, show <c>customer.host</c>.
/// </summary>
internal static class SharedHosts
{
    private static readonly FrozenSet<string> Hosts = FrozenSet.Create(
        StringComparer.Ordinal,
        // Shops. Cafe24's help: "a default domain is issued in the format store-id.cafe24.com"; its web hosting gives id.mycafe24.com.
        "cafe24.com", "mycafe24.com",
        // imweb, Sixshop (docs/spec/origins.md §3), NHN Commerce's Godomall and the older Godo, MakeShop, Gabia's Firstmall.
        "imweb.me", "sixshop.com", "godomall.com", "godo.co.kr", "makeshop.co.kr", "firstmall.kr",
        // Pages and blogs: CreatorLink, Naver Modoo, Kakao Tistory, Oopy (pages made from Notion), Dothome's free hosting.
        "creatorlink.net", "modoo.at", "tistory.com", "oopy.io", "dothome.co.kr",
        // Tunnels through which shops are tried out. They are newer than the compiled list (ngrok's documentation, "Domains").
        "ngrok.app", "ngrok.dev", "ngrok-free.app", "ngrok-free.dev");

    public static bool Contains(string name) => Hosts.Contains(name);
}
