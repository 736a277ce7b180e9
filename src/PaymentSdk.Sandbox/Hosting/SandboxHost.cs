using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Api;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Controls;
using PaymentSdk.Sandbox.Delivery;
using PaymentSdk.Sandbox.Faults;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Script;
using PaymentSdk.Sandbox.Stores;
using PaymentSdk.Sandbox.Values;
using PaymentSdk.Sandbox.Window;

namespace PaymentSdk.Sandbox.Hosting;

/// <summary>Builds the gateway from the options only. It reads no configuration and no environment variables.</summary>
internal static class SandboxHost
{
    private const string _greeting = """
        This is a sandbox of the Toss Payments API, window and script (unofficial). No money moves.

        The API is under /v1, the script is /v2/standard, the payments are listed at /sandbox/payments.

        """;

    private const string _withoutToken = """
        The controls under /sandbox need no token and accept only callers on this machine. A proxy on this machine that forwards requests to
        this address opens them, and the payment windows, to everyone who reaches the proxy. In that case, use --control-token.
        """;

    private const string _withToken = """
        The controls under /sandbox ask for the token that the sandbox was started with (Authorization: Bearer …). The payment windows are open
        to everyone who reaches this address, also through a proxy.
        """;

    public static WebApplication Build(SandboxOptions options)
    {
        var faults = options.Faults().ToArray();
        if (faults.Length > 0)
            throw new ArgumentException($"The sandbox cannot start. {string.Join(' ', faults)}", nameof(options));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
            kestrel.ConfigureEndpointDefaults(listen => listen.Use(RawConnection.Expose));
            foreach (var url in options.Urls)
                kestrel.ListenOn(url);
            options.Kestrel?.Invoke(kestrel);
        });
        var clock = new SandboxClock(options.TimeProvider);
        builder.Services.AddRoutingCore();
        // A fault can delay or stall a request for any time, and this must not delay the shutdown of the gateway.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        if (!options.OwnsProcess)
            builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<OwnNames>();
        builder.Services.AddSingleton<PublicBase>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new Merchants(options.Keys));
        builder.Services.AddSingleton(new PaymentStore(clock));
        builder.Services.AddSingleton(new BillingStore(clock));
        builder.Services.AddSingleton(new CashReceiptStore(clock));
        builder.Services.AddSingleton(new BrandPayStore(clock));
        builder.Services.AddSingleton(new PayoutStore(clock));
        builder.Services.AddDelivery();
        builder.Services.AddSingleton(new RequestLog(clock));
        builder.Services.AddSingleton(new IdempotencyMemory(clock));
        builder.Services.AddSingleton(new FaultPlan(options.Random));
        builder.Services.AddSingleton<FaultListenerFactory>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => services.GetRequiredService<FaultListenerFactory>());
        builder.Services.AddSingleton<FaultBoard>();
        builder.Services.AddApi();

        var app = builder.Build();
        app.UseDelivery();
        app.UseTracing();
        app.UseOwnNames();
        app.MapApi();
        app.MapControls();
        app.MapGet("/", () => $"{_greeting}{(options.ControlToken is null ? _withoutToken : _withToken)}\n");
        app.MapScript();
        app.MapWindow();
        app.MapReceipts();
        return app;
    }
}

/// <summary>A lifetime that ignores the signals of the process, because the application that hosts the gateway handles them.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
