using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using PaymentSdk.Sandbox;
using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>
/// A shop whose pages use <c>checkout.js</c> as docs/page.md shows it, with real endpoints, a ledger file, its own gateway, and one browser tab.
/// </summary>
internal sealed class PageShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebApplication _elsewhere;
    private readonly string _ledgerFile;
    private readonly ConcurrentQueue<string> _console = [];

    private PageShop(WebApplication app, WebApplication elsewhere, SandboxGateway gateway, string ledgerFile, IBrowserContext browser, IPage page)
    {
        (_app, _elsewhere, Gateway, _ledgerFile, Browser, Page) = (app, elsewhere, gateway, ledgerFile, browser, page);
        page.Console += (_, message) => _console.Enqueue(message.Text);
        page.PageError += (_, error) => _console.Enqueue("uncaught " + error);
    }

    public SandboxGateway Gateway { get; }

    public IBrowserContext Browser { get; }

    public IPage Page { get; }

    public string Address => _app.Urls.Single();

    /// <summary>The address of another origin, whose page imports the shop's module.</summary>
    public string Elsewhere => _elsewhere.Urls.Single();

    /// <summary>The messages in the browser's console.</summary>
    public IReadOnlyCollection<string> Console => _console;

    public ILocator Button => Page.Locator("#pay");

    public ILocator Status => Page.Locator("#status");

    /// <summary>The result page.</summary>
    public ILocator Result => Page.Locator("#order");

    /// <summary>The window in its overlay.</summary>
    public WindowPage Window => new(Page.FrameLocator("[role=dialog] iframe"));

    /// <summary>The number of times that the gateway took money.</summary>
    public int Approvals => Gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    /// <param name="chromium">The browser of the tests.</param>
    /// <param name="widget">Whether the keys are those of the widget.</param>
    /// <param name="registered">Whether the origin of <see cref="Elsewhere"/> is registered.</param>
    /// <param name="policy">The Content-Security-Policy of the pages before the window's sources are merged in; null for none.</param>
    /// <param name="browser">The options of the buyer's browser.</param>
    public static async Task<PageShop> StartAsync(
        Chromium chromium, bool widget = true, bool registered = true, string? policy = null, BrowserNewContextOptions? browser = null)
    {
        var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var elsewhere = NewHost("Production").Build();
        var ledgerFile = Path.Combine(Path.GetTempPath(), $"page-shop-{Guid.NewGuid():N}.db");
        var builder = NewHost("Development");
        elsewhere.MapGet("/", (string server) => Html(Pages.Checkout($"{server}/payments/checkout.js")));
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        var kind = widget ? "g" : "";
        builder.Services
            .AddPaymentSdk(options =>
            {
                options.SecretKey = $"test_{kind}sk_fake_shop";
                options.ClientKey = $"test_{kind}ck_fake_shop";
                options.ApiBaseAddress = gateway.Address.ToString();
                options.ScriptAddress = $"{gateway.Address}v2/standard";
                options.Recovery.PollInterval = TimeSpan.FromMilliseconds(50);
                options.Recovery.IdleInterval = TimeSpan.FromMilliseconds(200);
            })
            .AddMerchantOrigins(registered ? [elsewhere.Urls.Single()] : ["https://shop.example"])
            .AddEntityFrameworkLedger(db => db.UseSqlite($"Data Source={ledgerFile}"), ledger => ledger.MigrateAtStart = true);
        var app = builder.Build();
        Map(app, policy);
        await app.StartAsync(TestContext.Current.CancellationToken);

        var context = await chromium.NewContextAsync(browser);
        return new PageShop(app, elsewhere, gateway, ledgerFile, context, await context.NewPageAsync());
    }

    /// <summary>Opens the checkout page. Two tabs of one buyer share its <c>purchase</c>.</summary>
    /// <param name="options">More options of <c>checkout()</c> as JavaScript, such as <c>form: 'promise',</c>.</param>
    /// <param name="path">The path of the page.</param>
    public Task VisitAsync(string options = "", string path = "/") => Page.GotoAsync($"{Address}{path}?purchase=one&options={Uri.EscapeDataString(options)}");

    /// <summary>Waits until the button can be pressed.</summary>
    public Task ReadyAsync() => Assertions.Expect(Button).ToBeEnabledAsync();

    public async Task PayAsync(Func<WindowPage, Task>? inWindow = null)
    {
        await ReadyAsync();
        await Button.ClickAsync();
        await (inWindow ?? (window => window.ApproveAsync()))(Window);
    }

    /// <summary>Waits until the result page shows a status, and returns the order id.</summary>
    public async Task<string> ArriveAsync(string status)
    {
        await Assertions.Expect(Result).ToHaveAttributeAsync("data-status", status);
        return new Uri(Page.Url).AbsolutePath.Split('/')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _elsewhere.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Gateway.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_ledgerFile) + "*"))
            File.Delete(file);
    }

    private static WebApplicationBuilder NewHost(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        return builder;
    }

    private static void Map(WebApplication app, string? policy)
    {
        if (policy is not null)
        {
            app.UsePaymentWindow();
            app.Use((context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments("/payments"))
                    context.Response.Headers.ContentSecurityPolicy = policy;
                return next(context);
            });
        }

        app.MapPayments();
        app.MapGet("/", (string? options) => Html(Pages.Checkout("/payments/checkout.js", options)));
        app.MapGet("/documented", () => Html(PageDocument.Blocks[0]));
        app.MapGet("/pay.js", () => Results.Text(PageDocument.Scripts[0], "text/javascript"));
        app.MapGet("/order.js", () => Results.Text(Pages.ResultScript(PageDocument.Scripts[1]), "text/javascript"));
        app.MapGet("/strict", () => Html(Pages.Strict));
        app.MapGet("/page.js", (string? options) => Results.Text(Pages.CheckoutScript("/payments/checkout.js", options), "text/javascript"));
        app.MapGet("/orders/{orderId}", () => Html(Pages.Result(PageDocument.Blocks[1])));
        app.MapPost("/api/orders", (HttpContext context, ICheckout checkout) => OpenAsync(context, checkout)).RequireMerchantOrigin();
        app.MapPost("/api/short-orders", async (string purchase, ICheckout checkout, CancellationToken left) =>
            Results.Json(new { orderId = ((OpenOutcome.Opened)await OpenAsync(purchase, checkout, left)).Order.OrderId.Value })).RequireMerchantOrigin();
    }

    private static async Task<IResult> OpenAsync(HttpContext context, ICheckout checkout)
    {
        var purchase = context.Request.Query["purchase"].ToString();
        return (await OpenAsync(purchase.Length > 0 ? purchase : Guid.NewGuid().ToString(), checkout, context.RequestAborted)).Match(
            opened => Results.Json(
                new { orderId = opened.Order.OrderId.Value, orderName = opened.Order.OrderName, amount = new { currency = "KRW", value = opened.Order.Amount.Value } }, statusCode: 201),
            notOpen => Results.Problem(
                statusCode: 409, type: "urn:paymentsdk:problem:order-not-open", detail: "The purchase is live.",
                extensions: new Dictionary<string, object?> { ["orderId"] = notOpen.Live.OrderId.Value, ["orderStatus"] = "live" }),
            notFound => Results.NotFound());
    }

    private static Task<OpenOutcome> OpenAsync(string purchase, ICheckout checkout, CancellationToken left) => checkout.OpenAsync(
        new NewPurchase { PurchaseId = PurchaseId.Parse(purchase), Amount = Money.Krw(15000), OrderName = "Two mugs" }, left);

    private static IResult Html(string page) => Results.Text(page, "text/html; charset=utf-8");
}
