using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>A shop as a merchant writes it (ledger file, endpoints, recovery) and its gateway, each on its own port.</summary>
internal sealed class PayingShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _ledgerFile;

    private PayingShop(WebApplication app, SandboxGateway gateway, string ledgerFile)
    {
        _app = app;
        _ledgerFile = ledgerFile;
        Gateway = gateway;
        Page = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
            Timeout = TimeSpan.FromMinutes(2),
        };
        Page.DefaultRequestHeaders.Add("Origin", PaymentHost.PageOrigin);
    }

    public SandboxGateway Gateway { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => Page.BaseAddress!;

    /// <summary>The connection string with which a test reads the tables directly.</summary>
    public string LedgerConnection => $"Data Source={_ledgerFile}";

    /// <summary>A client that acts as a script on the registered page.</summary>
    public HttpClient Page { get; }

    /// <summary>The number of confirms that reached the gateway, including resends.</summary>
    public int Confirms => Gateway.ReadRequests().Count(request => request.Path == "/v1/payments/confirm");

    /// <summary>The number of times that the gateway took money.</summary>
    public int Approvals => Gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    /// <param name="options">Settings of the shop.</param>
    /// <param name="second">The name of a second shop in the same host and ledger file, with its own pages; null for none.</param>
    /// <param name="log">Receives everything that the host logs, at trace level; null for none.</param>
    /// <param name="more">Configures each registration further.</param>
    /// <param name="app">Adds middleware in front of the endpoints.</param>
    public static async Task<PayingShop> StartAsync(
        Action<PaymentSdkOptions>? options = null, string? second = null, ILoggerProvider? log = null, Action<PaymentSdkBuilder>? more = null,
        Action<WebApplication>? app = null)
    {
        var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var ledgerFile = Path.Combine(Path.GetTempPath(), $"paying-shop-{Guid.NewGuid():N}.db");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (log is not null)
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        foreach (var name in (string[])(second is null ? [""] : ["", second]))
        {
            var registration = builder.Services
                .AddPaymentSdk(name, payment =>
                {
                    PaymentHost.Fill(payment);
                    payment.ApiBaseAddress = gateway.Address.ToString();
                    payment.PublicAddress = "https://pay.shop.example";
                    payment.Recovery.PollInterval = TimeSpan.FromMilliseconds(50);
                    payment.Recovery.IdleInterval = TimeSpan.FromMilliseconds(200);
                    options?.Invoke(payment);
                })
                .AddMerchantOrigins(PaymentHost.PageOrigin)
                .AddEntityFrameworkLedger(db => db.UseSqlite($"Data Source={ledgerFile}"), ledger => ledger.MigrateAtStart = true);
            more?.Invoke(registration);
        }

        var built = builder.Build();
        app?.Invoke(built);
        built.MapPayments();
        if (second is not null)
            built.MapPayments($"/{second}/payments", merchant: second);
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new PayingShop(built, gateway, ledgerFile);
    }

    /// <summary>Opens a purchase of 15000 won and returns its order id.</summary>
    public async Task<string> OpenAsync()
    {
        var checkout = _app.Services.GetRequiredService<ICheckout>();
        var opened = await checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15000), OrderName = "Two mugs" }, TestContext.Current.CancellationToken);
        return ((OpenOutcome.Opened)opened).Order.OrderId.Value;
    }

    /// <summary>Authenticates a payment as the buyer in the window, and returns the payment key.</summary>
    public string Authenticate(string orderId, string method = "CARD", string? confirmFailure = null) =>
        Gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, 15000) { Method = method, ConfirmFailure = confirmFailure });

    public Task<HttpResponseMessage> ConfirmAsync(string orderId, string paymentKey, decimal amount = 15000, CancellationToken? left = null) =>
        Page.PostAsJsonAsync("/payments/confirm", new { paymentKey, orderId, amount }, left ?? TestContext.Current.CancellationToken);

    public async Task<JsonElement> OrderAsync(string orderId) =>
        await Answer.JsonAsync(await Page.GetAsync($"/payments/orders/{orderId}", TestContext.Current.CancellationToken));

    /// <summary>Reads the order repeatedly, as the page does for an order that is being checked, until it has this status.</summary>
    public async Task<JsonElement> OrderUntilAsync(string orderId, string status)
    {
        while (true)
        {
            var order = await OrderAsync(orderId);
            if (order.GetProperty("status").GetString() == status)
                return order;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    public async Task<AttemptState> StateAsync(string orderId)
    {
        var ledger = _app.Services.GetRequiredKeyedService<IOrderLedger>("");
        return (await ledger.FindAsync("", OrderId.Parse(orderId), TestContext.Current.CancellationToken))!.Attempt.State;
    }

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Gateway.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_ledgerFile) + "*"))
            File.Delete(file);
    }
}
