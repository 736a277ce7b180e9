using Microsoft.EntityFrameworkCore;
using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>Finds the settings and the addresses of the demo.</summary>
internal static class Shop
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>
    /// The time that running requests have to finish when the shop stops. A confirm may wait for the gateway for more than a minute, but service
    /// managers can kill the process after 10 seconds. Recovery finds the outcome of a request that is cut off.
    /// </summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Creates the builder. Files and settings are read from the folder of the program, so that the working directory does not matter. The
    /// default environment is Development, so that dotnet run and the build output start in the same way.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = NamedEnvironment(args) ?? Environments.Development,
        });
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
        // A command prints only its own output.
        if (args.IsPaymentCommand())
            builder.Logging.ClearProviders();
        FreePorts.Take(builder);
        return builder;
    }

    /// <summary>Configures the ledger's database from <c>Payment:LedgerProvider</c> and <c>ConnectionStrings:Ledger</c>.</summary>
    public static void UseLedger(this WebApplicationBuilder builder, DbContextOptionsBuilder database) => new LedgerChoice(builder.Configuration).Use(database);

    private static string? NamedEnvironment(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[WebHostDefaults.EnvironmentKey];

    private static bool HasAddress(ConfigurationManager configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
