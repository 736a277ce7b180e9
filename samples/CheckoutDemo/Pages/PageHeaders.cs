namespace CheckoutDemo.Pages;

/// <summary>The headers of the shop's pages (origins.md §6).</summary>
internal static class PageHeaders
{
    private const string RealHosts = "https://*.tosspayments.com https://*.toss.im";

    public static void Write(HttpResponse page, string scriptAddress)
    {
        if (page.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
            return;
        page.Headers.CacheControl = "no-cache";
        page.Headers.ContentSecurityPolicy = Policy(scriptAddress);
        // 'same-origin' would cut off the windows that wallets and card apps open.
        page.Headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
        page.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        page.Headers.XContentTypeOptions = "nosniff";
    }

    private static string Policy(string scriptAddress)
    {
        var script = new Uri(scriptAddress).GetLeftPart(UriPartial.Authority);
        // The real script talks to and frames more hosts than its own; another gateway is one origin for everything.
        var (connect, frame, more, style) = script == "https://js.tosspayments.com"
            ? ("https://*.tosspayments.com", RealHosts, $" {RealHosts}", "'self' 'unsafe-inline'")
            : (script, script, "", "'self'");
        return $"default-src 'self'; script-src 'self' {script}; connect-src 'self' {connect}; frame-src {frame}; style-src {style}; "
            + $"img-src 'self' data:{more}; object-src 'none'; base-uri 'none'; form-action 'self'{more}; frame-ancestors 'self'";
    }
}
