using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>A shop of an origin of its own: a checkout page that loads the script, and pages to come back to.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app) => _app = app;

    public string Origin => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string CheckoutPage => $"{Origin}/checkout";

    /// <summary>The same page under a Content-Security-Policy that lets in nothing but the gateway.</summary>
    public string StrictCheckoutPage => $"{Origin}/strict";

    public static async Task<Shop> OpenAsync(string scriptAddress)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var checkout = Page($"""
            <script src="{scriptAddress}"></script>
            <h1>Checkout</h1><div id="methods"></div><div id="terms"></div><button id="pay">Pay</button>
            """);
        app.MapGet("/checkout", () => checkout);
        app.MapGet("/strict", (HttpResponse response) =>
        {
            var gateway = new Uri(scriptAddress).GetLeftPart(UriPartial.Authority);
            response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {gateway}; frame-src {gateway}; img-src data:";
            return checkout;
        });
        app.MapGet("/bare", () => Page("<h1>Bare</h1>"));
        app.MapGet("/success", () => Page("<h1>Success</h1>"));
        app.MapGet("/fail", () => Page("<h1>Fail</h1>"));
        await app.StartAsync();
        return new Shop(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Page(string body) =>
        Results.Text($"<!doctype html><meta charset=utf-8><title>Shop</title><link rel=icon href=data:,>{body}", "text/html");
}
