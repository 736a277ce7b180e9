using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>A shop of an origin of its own: a checkout page that loads the script, and pages to come back to.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app) => _app = app;

    /// <summary>Over TLS a name that the browser has to be told of, else localhost.</summary>
    public string Origin => _app.Urls.Single().StartsWith("https", StringComparison.Ordinal) ? "https://myshop.test" : $"http://localhost:{Port}";

    public int Port => new Uri(_app.Urls.Single()).Port;

    public string BarePage => $"{Origin}/bare";

    /// <summary>What <c>/loader.js</c> answers.</summary>
    public string LoaderModule { get; set; } = "";

    public string CheckoutPage => $"{Origin}/checkout";

    /// <summary>The same page under a Content-Security-Policy that lets in nothing but the gateway.</summary>
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
