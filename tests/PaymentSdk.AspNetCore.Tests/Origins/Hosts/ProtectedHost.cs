using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>A host on its own Kestrel port, with <c>https://myshop.com</c> registered by default.</summary>
public sealed class ProtectedHost : IAsyncDisposable
{
    public const string Shop = "https://myshop.com";

    private readonly IHost _host;

    private ProtectedHost(IHost host, LogLines log)
    {
        _host = host;
        Log = log;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Port = new Uri(addresses.First()).Port;
    }

    public int Port { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The number of times that code of the protected endpoints ran.</summary>
    public int Handled => _host.Services.GetRequiredService<HandledRequests>().Count;

    public static async Task<ProtectedHost> StartAsync(
        Action<WebApplication> pipeline,
        Action<WebApplicationBuilder>? services = null,
        string[]? origins = null,
        string environment = "Production",
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var log = Prepare(builder.Services, builder.Logging, builder.Configuration, settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPaymentSdk().AddMerchantOrigins(origins ?? [Shop]);
        services?.Invoke(builder);
        var app = builder.Build();
        pipeline(app);
        return await StartAsync(app, log);
    }

    /// <summary>Starts a host that a test built itself.</summary>
    public static async Task<ProtectedHost> StartAsync(IHost host, LogLines log)
    {
        try
        {
            await host.StartAsync();
            return new ProtectedHost(host, log);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Adds what every test host has: fake keys, a counter, and a log that is stored and not printed.</summary>
    public static LogLines Prepare(IServiceCollection services, ILoggingBuilder logging, IConfigurationManager configuration, IReadOnlyDictionary<string, string?>? settings = null)
    {
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Payment:SecretKey"] = "test_gsk_fake_shop",
            ["Payment:ClientKey"] = "test_gck_fake_shop",
        });
        configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        var log = new LogLines();
        logging.ClearProviders();
        logging.AddProvider(log);
        services.AddSingleton<HandledRequests>();
        return log;
    }

    public Task<RawResponse> SendAsync(string method, string path, string body = "", params string[] headers) =>
        RawHttp.SendAsync(Port, method, path, body, headers);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
