using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>Writes the headers of a page on which the payment window opens, after every other component has written its headers.</summary>
internal sealed class WindowHeaders(IServiceProvider services, MerchantOriginStores stores, ILogger<WindowHeaders> logger)
{
    private const string TrialHeader = "Content-Security-Policy-Report-Only";

    private readonly SafeLogger _log = new(logger);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The registration has no merchant origins.</exception>
    public static void Require(IServiceProvider services, string merchant)
    {
        if (services.GetService<MerchantOriginStores>()?.Find(merchant) is null)
            throw new InvalidOperationException(merchant.Length == 0
                ? "The payment window's headers need merchant origins, and none are registered. Call AddPaymentSdk().AddMerchantOrigins(\"https://myshop.com\")."
                : $"The payment window's headers need merchant origins, and the registration '{merchant}' has none. Call AddPaymentSdk(\"{merchant}\", ...).AddMerchantOrigins(\"https://myshop.com\").");
    }

    /// <summary>
    /// Merges the headers into the answer if it is an HTML page of the payment window. Any other answer is unchanged. A second call has no further
    /// effect.
    /// </summary>
    public void Write(HttpContext context)
    {
        if (!IsHtml(context.Response.ContentType) || WindowPage.Of(context) is not { } page)
            return;
        var headers = context.Response.Headers;
        headers[OpenerPolicy.Header] = OpenerPolicy.Of(headers[OpenerPolicy.Header], out var isReplaced);
        if (isReplaced && _told.TryAdd("opener:" + page.Merchant, true))
            _log.OpenerPolicyReplaced(page.Merchant);

        var policy = PolicyOf(page, context.Features.Get<PolicyNonce>());
        var trial = headers[TrialHeader];
        headers.ContentSecurityPolicy = policy.Enforced(headers.ContentSecurityPolicy, trial.Count > 0);
        if (trial.Count > 0)
            headers[TrialHeader] = policy.Trial(trial);
    }

    /// <summary>Returns the sources and directives that are merged into a page's policies, from the current settings.</summary>
    public WindowPolicy PolicyOf(WindowPage page, PolicyNonce? nonce = null)
    {
        var settings = services.GetRequiredKeyedService<IPaymentSettingsSource>(page.Merchant).Current;
        var ancestors = FrameAncestors.Of(stores.SnapshotOf(page.Merchant), out var areTooMany);
        if (areTooMany && _told.TryAdd("ancestors:" + page.Merchant, true))
            _log.TooManyFrameAncestors(page.Merchant);
        return new WindowPolicy(WindowSources.Of(settings.ScriptAddress, page.Target), ancestors, nonce);
    }

    private static bool IsHtml(string? contentType) =>
        contentType.AsSpan().TrimStart().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// The origins that may show the page in a frame: the page's own origin and the registered merchant origins (docs/spec/origins.md §6).
/// </summary>
internal static class FrameAncestors
{
    /// <summary>The maximum number of origins that are written. With more origins, proxies would refuse the header because of its length.</summary>
    private const int Most = 100;

    public static PolicyDirective Of(MerchantOriginSnapshot registered, out bool areTooMany)
    {
        areTooMany = registered.Exact.Count + registered.Patterns.Count > Most;
        var origins = areTooMany ? [] : registered.Exact.Order(StringComparer.Ordinal).Concat(registered.Patterns).Where(CanBeWritten);
        return new PolicyDirective("frame-ancestors", ["'self'", .. origins]);
    }

    // The grammar of sources has no IPv6 address, and a browser reports an error for each one (CSP Level 3, §2.3.1).
    private static bool CanBeWritten(string origin) => !origin.Contains('[', StringComparison.Ordinal);
}
