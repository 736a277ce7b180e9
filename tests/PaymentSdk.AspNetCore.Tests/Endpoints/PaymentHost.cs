using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>A shop's server on a real port with a mocked checkout process, and a client that calls it like a page of its registered origin.</summary>
internal sealed class PaymentHost : IAsyncDisposable
{
    public const string PageOrigin = "https://shop.example";

    private readonly WebApplication _app;

    private PaymentHost(WebApplication app, Mock<ICheckout> checkout, CapturedLog log)
    {
        _app = app;
        Checkout = checkout;
        Log = log;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        Page = ClientOf(Address);
        Page.DefaultRequestHeaders.Add("Origin", PageOrigin);
        Browser = ClientOf(Address);
    }

    public Mock<ICheckout> Checkout { get; }

    public CapturedLog Log { get; }

    public IReadOnlyList<string> Addresses { get; }

    public string Address => Addresses[0];

    /// <summary>A client that acts as a script on the registered page.</summary>
    public HttpClient Page { get; }

    /// <summary>A client that acts as the address bar of a browser: it sends no Origin header. It does not follow redirects.</summary>
    public HttpClient Browser { get; }

    public static async Task<PaymentHost> StartAsync(
        Action<PaymentSdkOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? app = null,
        Action<WebApplication>? map = null,
        string environment = "Production")
    {
        var checkout = new Mock<ICheckout>(MockBehavior.Strict);
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        AddRegistration(builder.Services.AddPaymentSdk(given => Fill(given, options)));
        builder.Services.AddSingleton(checkout.Object);
        services?.Invoke(builder);
        var host = builder.Build();
        app?.Invoke(host);
        (map ?? (application => application.MapPayments()))(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new PaymentHost(host, checkout, log);
    }

    public static void Fill(PaymentSdkOptions options, Action<PaymentSdkOptions>? more = null)
    {
        options.SecretKey = "test_gsk_fake_shop";
        options.ClientKey = "test_gck_fake_shop";
        more?.Invoke(options);
    }

    public static PaymentSdkBuilder AddRegistration(PaymentSdkBuilder builder) => builder.AddMerchantOrigins(PageOrigin);

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        Browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static HttpClient ClientOf(string address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        BaseAddress = new Uri(address),
        Timeout = TimeSpan.FromMinutes(1),
    };
}
