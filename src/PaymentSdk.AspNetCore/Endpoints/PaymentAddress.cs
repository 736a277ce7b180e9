using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The addresses of the payment endpoints as the browser sees them, including groups, the route parameters of a prefix, and the path base.
/// </summary>
internal static class PaymentAddress
{
    /// <summary>
    /// Returns the path before <paramref name="pattern"/> in this request, escaped and without the path base. The browser reached this path, so it
    /// can reach it again.
    /// </summary>
    public static string PathBefore(HttpRequest request, string pattern)
    {
        var path = request.Path.Value.AsSpan().TrimEnd('/');
        for (var segments = pattern.Count(character => character == '/') + 1; segments > 0; segments--)
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        return new PathString(path.ToString()).ToUriComponent();
    }

    /// <summary>
    /// Returns the part before every path of this application in a browser, escaped and without a slash at its end: the path of
    /// <see cref="PaymentSdkOptions.PublicAddress"/>, otherwise the path base of the request.
    /// </summary>
    public static string Base(PaymentCall call) =>
        OneSlash(call.Settings is { PublicAddress: not null } settings ? settings.PublicPath : call.Request.PathBase.ToUriComponent());

    /// <summary>Returns the address at which the state of an order is read.</summary>
    public static string Order(PaymentCall call, OrderId orderId) => $"{Base(call)}{call.Path}/orders/{Uri.EscapeDataString(orderId.Value)}";

    // A forwarded prefix of "//evil.example", or of "/" alone, would turn the path that follows into the address of another host.
    private static string OneSlash(string path) => path.Trim('/') is { Length: > 0 } inner ? $"/{inner}" : "";
}
