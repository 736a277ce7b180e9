using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Window;

/// <summary>
/// Serves the pages of the window and their assets. A page runs only the gateway's own files, and only registered origins can frame it.
/// </summary>
internal static class WindowPages
{
    private const string _policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    public static IResult NewWindow(HttpContext http, Merchants merchants, string? clientKey) =>
        Page(http, "window", merchants.PagesOf(merchants.ByClientKey(clientKey ?? "")));

    public static IResult Window(HttpContext http, PaymentStore store, Merchants merchants, string paymentKey) =>
        Page(http, "window", merchants.PagesOf(store.Find(paymentKey)?.Session.Merchant));

    public static IResult Billing(HttpContext http, Merchants merchants) => Page(http, "billing", merchants.PagesOf(null));

    public static IResult Methods(HttpContext http, Merchants merchants, string? clientKey) =>
        Page(http, "methods", merchants.PagesOf(merchants.ByClientKey(clientKey ?? "")));

    public static IResult Agreement(HttpContext http, Merchants merchants, string? clientKey) =>
        Page(http, "agreement", merchants.PagesOf(merchants.ByClientKey(clientKey ?? "")));

    public static IResult Asset(HttpResponse response, string name)
    {
        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        if (type is null || EmbeddedFile.Find($"window/{name}") is not { } text)
            return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        return Results.Text(text, type);
    }

    private static IResult Page(HttpContext http, string name, PageOrigins pages)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = pages.Framers(http.Request.Headers.Referer) is { } framers ? $"{_policy}; frame-ancestors {framers}" : _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        // The URL of a window identifies its payment, so it must not be sent to other sites.
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Text(EmbeddedFile.Read($"window/{name}.html"), "text/html; charset=utf-8");
    }
}
