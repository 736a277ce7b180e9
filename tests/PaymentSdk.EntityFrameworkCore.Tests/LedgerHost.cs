using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A host with a ledger, whose recovery polls only once a minute.</summary>
internal sealed class LedgerHost : IAsyncDisposable
{
    private readonly IHost _host;

    private LedgerHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IOrderLedger Ledger => Services.GetRequiredService<IOrderLedger>();

    public static Task<LedgerHost> StartAsync(TemporaryDatabase file, Action<HostApplicationBuilder>? more = null) =>
        StartAsync(payments => payments.AddEntityFrameworkLedger(Sqlite(file), ledger => ledger.MigrateAtStart = true), more);

    public static async Task<LedgerHost> StartAsync(Action<PaymentSdkBuilder> ledger, Action<HostApplicationBuilder>? more = null, string environment = "Production")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Payment:SecretKey"] = "test_gsk_fake_shop",
            ["Payment:ClientKey"] = "test_gck_fake_shop",
            ["Payment:Recovery:PollInterval"] = "00:01:00",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        more?.Invoke(builder);
        ledger(builder.Services.AddPaymentSdk());
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new LedgerHost(host);
    }

    public static Action<DbContextOptionsBuilder> PostgreSql(string connectionString) => database => database.UseNpgsql(connectionString);

    public static Action<DbContextOptionsBuilder> Sqlite(TemporaryDatabase file) => database => database.UseSqlite($"Data Source={file.Path}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
