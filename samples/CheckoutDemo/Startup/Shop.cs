using Microsoft.EntityFrameworkCore;
using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>How the demo finds its settings and its addresses.</summary>
internal static class Shop
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>
    /// How long requests under way may take when the shop is stopped. A confirm may wait for the gateway for more than a minute, and service
    /// managers kill after 10 seconds and more; what is cut off here is found by recovery.
    /// </summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Files and settings lie beside the program, so that the working directory does not matter. Where nobody names an
    /// environment it is Development: dotnet run and the build output start alike.
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
        // Only what the command says is printed.
        if (args.IsPaymentCommand())
            builder.Logging.ClearProviders();
        FreePorts.Take(builder);
        return builder;
    }

    /// <summary>The ledger's database, as <c>Payment:LedgerProvider</c> and <c>ConnectionStrings:Ledger</c> say.</summary>
    public static void UseLedger(this WebApplicationBuilder builder, DbContextOptionsBuilder database) => new LedgerChoice(builder.Configuration).Use(database);

    private static string? NamedEnvironment(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[WebHostDefaults.EnvironmentKey];

    private static bool HasAddress(ConfigurationManager configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
