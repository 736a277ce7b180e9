using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;
using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>
/// Real names over https in one real browser: a shop that registered <c>https://myshop.com</c> and <c>https://pay.myshop.com</c>, its
/// payment endpoints at the latter, and the same pages under every name. The browser resolves all names to one host.
/// </summary>
public sealed class NamedSites : IAsyncLifetime
{
    public const string Pay = "https://pay.myshop.com";

    private static readonly string[] Names = ["myshop.com", "www.myshop.com", "pay.myshop.com", "other.example"];

    private readonly X509Certificate2 _certificate = TestCertificate.For(Names);
    private ProtectedHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ProtectedHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        _host = await ProtectedHost.StartAsync(Pipeline, builder => builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate))), ["https://myshop.com", Pay]);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(
            _playwright,
            "--host-resolver-rules=" + string.Join(',', Names.Select(name => $"MAP {name}:443 127.0.0.1:{_host.Port}")),
            $"--ignore-certificate-errors-spki-list={TestCertificate.KeyHash(_certificate)}");
    }

    /// <summary>Opens an address in a new browser profile; each test has its own.</summary>
    public async Task<Visit> VisitAsync(string address)
    {
        var context = await _browser!.NewContextAsync(new() { Locale = "en-US" });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(page, Host.Handled, Refusals.Length);
        await page.GotoAsync(address);
        return visit;
    }

    /// <summary>Returns how often the shop's code ran since the visit began.</summary>
    public int HandledSince(Visit visit) => Host.Handled - visit.HandledBefore;

    /// <summary>Returns the refusal that the origin check logged for the visit.</summary>
    public string RefusalOf(Visit visit) => Assert.Single(Refusals[visit.RefusalsBefore..]);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _certificate.Dispose();
    }

    /// <summary>The refusals in the order in which they were logged.</summary>
    private string[] Refusals => [.. Host.Log.All.Where(line => line.Id.Id is 1000 or 1005).Select(line => line.Text)];

    private static void Pipeline(WebApplication app)
    {
        app.MapGet("/page", () => Results.Text("<!doctype html><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><h1>Page</h1>", "text/html"));
        app.MapGet("/moved", (string to) => Results.Redirect(to));
        app.MapGet("/hop", (HttpResponse response, string to) =>
        {
            response.Headers.AccessControlAllowOrigin = "*";
            return Results.Redirect(to, preserveMethod: true);
        });
        app.MapShop();
    }
}
