using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Compiles the registrations before the host listens. If one of them is invalid, the host does not start.</summary>
internal sealed class MerchantOriginStartup(
    MerchantOriginStores stores,
    IEnumerable<IOptionsChangeTokenSource<PaymentSdkOptions>> changes,
    IHostEnvironment environment,
    IServiceProvider services,
    ILogger<MerchantOriginStartup> logger) : StartStep
{
    private readonly SafeLogger _log = new(logger);

    protected override void Begin()
    {
        if (services.GetService<ICorsService>() is not ProtectedCorsService)
            throw new InvalidOperationException("Another ICorsService was registered after AddMerchantOrigins and would answer for protected endpoints. Register it before AddMerchantOrigins.");
        foreach (var store in stores.All)
            store.Start(changes);
    }

    protected override void End()
    {
        if (environment.IsDevelopment())
            RegisterOwnAddresses();
    }

    private void RegisterOwnAddresses()
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var own = addresses.SelectMany(OwnLoopbackOrigins.Of).Distinct().ToArray();
        if (own.Length == 0)
            return;
        foreach (var store in stores.All)
        {
            store.AddOwn(own);
            _log.OwnOriginsRegistered(store.Merchant, string.Join(", ", own));
        }
    }
}

/// <summary>The origins that a page of this host can have when it is opened on this machine (Development only, docs/spec/origins.md §3).</summary>
internal static class OwnLoopbackOrigins
{
    public static IEnumerable<string> Of(string serverAddress)
    {
        if (!AddressText.TryCut(serverAddress, out var cut))
            return [];
        // Kestrel's notation for "every address" is not a web address.
        var host = cut.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : cut.Host;
        if (!WebAddressReader.TryRead($"{cut.Scheme}://{host}:{cut.Port}", out var address, out _) || !LoopbackHost.Is(address.Host))
            return [];
        return address.Host switch
        {
            "localhost" => [address.Origin, (address with { Host = "127.0.0.1" }).Origin, (address with { Host = "[::1]" }).Origin],
            "127.0.0.1" or "[::1]" => [address.Origin, (address with { Host = "localhost" }).Origin],
            _ => [address.Origin],
        };
    }
}
