using Microsoft.Extensions.Options;
using PaymentSdk;

namespace CheckoutDemo.Pages;

/// <summary>The headers that the shop sets on its pages. <c>UsePaymentWindow</c> adds what the payment window needs.</summary>
internal static class PageHeaders
{
    private const string ProviderHosts = " https://*.tosspayments.com https://*.toss.im";

    public static void Write(HttpResponse page)
    {
        if (page.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
            return;
        var options = page.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<PaymentSdkOptions>>().CurrentValue;
        page.Headers.TryAdd("Cache-Control", "no-cache");
        page.Headers.ContentSecurityPolicy = Policy(options.ScriptAddress);
        page.Headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        page.Headers.XContentTypeOptions = "nosniff";
    }

    private static string Policy(string scriptAddress)
    {
        // The provider's script also writes styles into the page, shows images and may send forms. The sandbox's script does not.
        var (more, style) = new Uri(scriptAddress).Host == "js.tosspayments.com" ? (ProviderHosts, "'self' 'unsafe-inline'") : ("", "'self'");
        return $"default-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'none'; style-src {style}; "
            + $"img-src 'self' data:{more}; object-src 'none'; base-uri 'none'; form-action 'self'{more}; frame-ancestors 'self'";
    }
}
