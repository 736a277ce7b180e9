using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>Who may show the page in a frame: the page's own origin and the registered merchant origins (docs/spec/origins.md §6).</summary>
internal static class FrameAncestors
{
    /// <summary>More would make a header that proxies refuse.</summary>
    private const int Most = 100;

    public static PolicyDirective Of(MerchantOriginSnapshot registered, out bool areTooMany)
    {
        areTooMany = registered.Exact.Count + registered.Patterns.Count > Most;
        var origins = areTooMany ? [] : registered.Exact.Order(StringComparer.Ordinal).Concat(registered.Patterns).Where(CanBeWritten);
        return new PolicyDirective("frame-ancestors", ["'self'", .. origins]);
    }

    // The grammar of sources has no IPv6 address, and a browser complains of every one (CSP Level 3, §2.3.1).
    private static bool CanBeWritten(string origin) => !origin.Contains('[', StringComparison.Ordinal);
}
