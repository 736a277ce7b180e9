using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>
/// A shop at <c>https://myshop.com</c> in a real browser, with a checkout whose answers a test sets. The site of the payment window and a
/// stranger's site are other names of the same host. The shop serves any script as its service worker. One browser and one host serve the
/// tests one after the other.
/// </summary>
public sealed class ReturningShop : ICheckout, IAsyncLifetime
{
    public const string Shop = "https://myshop.com";
    public const string Window = "https://window.example";
    public const string Stranger = "https://stranger.example";
    public const string Success = Shop + "/payments/success?paymentType=NORMAL&amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    private static readonly string[] Names = ["myshop.com", "window.example", "stranger.example"];

    private readonly X509Certificate2 _certificate = TestCertificate.For(Names);
    private ConcurrentQueue<string> _returns = [];
    private IBrowserContext? _context;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Returns the outcome of each confirm; it may throw, as a failing checkout would.</summary>
    public Func<PaymentConfirmation, ConfirmOutcome> Outcome { get; set; } = _ => new ConfirmOutcome.Paid(Orders.Paid);

    /// <summary>Whether a proxy in front of the shop answers instead of it.</summary>
    public bool IsDown { get; set; }

    /// <summary>The source of <c>/worker.js</c>.</summary>
    public string Worker { get; set; } = "";

    public ConcurrentQueue<PaymentConfirmation> Confirms { get; private set; } = [];

    /// <summary>The requests to success and fail: mode, destination and site as sent by the browser, then the status of the answer.</summary>
    public IReadOnlyList<string> Returns => [.. _returns];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        builder.Services.AddPaymentSdk(options => PaymentHost.Fill(options)).AddMerchantOrigins(Shop);
        builder.Services.AddSingleton<ICheckout>(this);
        _app = builder.Build();
        Map(_app);
        await _app.StartAsync();
        var port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(
            _playwright,
            "--host-resolver-rules=" + string.Join(',', Names.Select(name => $"MAP {name}:443 127.0.0.1:{port}")),
            $"--ignore-certificate-errors-spki-list={TestCertificate.KeyHash(_certificate)}");
    }

    /// <summary>Opens a page in a new browser profile, and resets the shop.</summary>
    public async Task<IPage> NewPageAsync(bool javaScript = true)
    {
        (Outcome, IsDown, Worker) = (_ => new ConfirmOutcome.Paid(Orders.Paid), false, "");
        if (_context is not null)
            await _context.DisposeAsync();
        (Confirms, _returns) = ([], []);
        var context = _context = await _browser!.NewContextAsync(new() { Locale = "ko-KR", JavaScriptEnabled = javaScript });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>Installs the worker on the shop's pages and waits until it controls them.</summary>
    public static Task InstallAsync(IPage page) => page.EvaluateAsync(
        """
        async () => {
          await navigator.serviceWorker.register('/worker.js');
          await navigator.serviceWorker.ready;
          if (!navigator.serviceWorker.controller) await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve));
        }
        """);

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            var (headers, returns) = (context.Request.Headers, _returns);
            var isReturn = context.Request.Path.StartsWithSegments("/payments");
            context.Response.OnStarting(() =>
            {
                if (isReturn)
                    returns.Enqueue($"{headers["Sec-Fetch-Mode"]} {headers["Sec-Fetch-Dest"]} {headers["Sec-Fetch-Site"]} {context.Response.StatusCode}");
                return Task.CompletedTask;
            });
            if (isReturn && IsDown)
            {
                context.Response.StatusCode = 502;
                await context.Response.WriteAsync("<h1>502 Bad Gateway</h1>");
            }
            else
            {
                await next(context);
            }
        });
        app.MapGet("/", () => Page("<h1>Shop</h1>"));
        app.MapGet("/worker.js", () => Results.Text(Worker, "text/javascript"));
        app.MapGet("/shell", () => Page("<h1>Shell</h1><script>fetch(location.href).then(answer => { document.body.dataset.shown = new URL(answer.url).pathname })</script>"));
        app.MapGet("/orders/{orderId}", (string orderId) => Page($"<h1 id=result>{orderId}</h1>"));
        app.MapPayments();
    }

    private static IResult Page(string body) => Results.Text($"<!doctype html><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><body>{body}", "text/html");

    Task<ConfirmOutcome> ICheckout.ConfirmAsync(PaymentConfirmation payment, CancellationToken cancellationToken)
    {
        Confirms.Enqueue(payment);
        return Task.FromResult(Outcome(payment));
    }

    Task<PaymentOrder?> ICheckout.FindAsync(OrderId orderId, CancellationToken cancellationToken) => Task.FromResult<PaymentOrder?>(orderId == Orders.Id ? Orders.Open : null);

    Task<OpenOutcome> ICheckout.OpenAsync(NewPurchase purchase, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<OpenOutcome> ICheckout.OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<ReversalOutcome> ICheckout.ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        _certificate.Dispose();
    }
}
