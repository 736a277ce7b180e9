using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Books;
using PaymentSdk.Sandbox.Script;
using PaymentSdk.Sandbox.Window;

namespace PaymentSdk.Sandbox;

/// <summary>Puts the gateway together. It reads no configuration and no environment: only the options decide.</summary>
internal static class SandboxHost
{
    public static WebApplication Build(SandboxOptions options)
    {
        var faults = options.Faults().ToArray();
        if (faults.Length > 0)
            throw new ArgumentException($"The sandbox cannot start. {string.Join(' ', faults)}", nameof(options));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var url in options.Urls)
                kestrel.ListenOn(url);
            options.Kestrel?.Invoke(kestrel);
        });
        var clock = new SandboxClock(options.TimeProvider);
        builder.Services.AddRoutingCore();
        if (!options.OwnsProcess)
            builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new Merchants(options.Keys));
        builder.Services.AddSingleton(new PaymentBooks(clock));

        var app = builder.Build();
        app.MapScript();
        app.MapWindow();
        return app;
    }
}
