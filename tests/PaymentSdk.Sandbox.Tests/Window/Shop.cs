using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>A shop on its own origin: a checkout page that loads the script, and return pages.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app) => _app = app;

    /// <summary>The origin of the shop: over TLS a name that the browser must map to this host, otherwise localhost.</summary>
    public string Origin => _app.Urls.Single().StartsWith("https", StringComparison.Ordinal) ? "https://myshop.test" : $"http://localhost:{Port}";

    public int Port => new Uri(_app.Urls.Single()).Port;

    public string BarePage => $"{Origin}/bare";

    /// <summary>The content of <c>/loader.js</c>.</summary>
    public string LoaderModule { get; set; } = "";

    public string CheckoutPage => $"{Origin}/checkout";

    /// <summary>The same page under a Content-Security-Policy that allows only the gateway.</summary>
    public string StrictCheckoutPage => $"{Origin}/strict";

    public static async Task<Shop> OpenAsync(string scriptAddress, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        var shop = new Shop(app);
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
        app.MapGet("/loader.js", () => Results.Text(shop.LoaderModule, "text/javascript"));
        app.MapGet("/success", () => Page("<h1>Success</h1>"));
        app.MapGet("/fail", () => Page("<h1>Fail</h1>"));
        await app.StartAsync();
        return shop;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Page(string body) =>
        Results.Text($"<!doctype html><meta charset=utf-8><title>Shop</title><link rel=icon href=data:,>{body}", "text/html");
}
