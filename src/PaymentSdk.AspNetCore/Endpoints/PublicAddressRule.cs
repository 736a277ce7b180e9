using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// A fault of an address that the shop has configured. The host reports it when it starts, and the doctor reports it too (docs/spec/origins.md §8).
/// </summary>
/// <param name="Stops">Whether a shop with live keys must not start with it, because buyers do not return or can be sent elsewhere on the
/// way.</param>
/// <param name="Reason">The effect on buyers.</param>
/// <param name="Advice">What to write instead.</param>
internal sealed record PublicAddressRule(bool Stops, string Reason, string Advice)
{
    private static readonly PublicAddressRule OwnMachine = new(true, "buyers would be sent to their own machine.", "Set it to the address that buyers see, e.g. https://myshop.com.");
    private static readonly PublicAddressRule PlainHttp = new(true, "anyone on the network path can change the page to which the buyer returns.", "Serve the shop over https, and set its https address, e.g. https://myshop.com.");
    private static readonly PublicAddressRule OwnNetwork = new(false, "only browsers of the same network reach it.", "Set it to the address that buyers see, e.g. https://myshop.com.");

    /// <summary>Returns the first rule that an address breaks outside Development; null if it breaks none.</summary>
    public static PublicAddressRule? BrokenBy(WebAddress address)
    {
        if (LoopbackHost.Is(address.Host))
            return OwnMachine;
        if (address.Scheme == "http")
            return PlainHttp;
        return PrivateHost.Is(address.Host) ? OwnNetwork : null;
    }
}

/// <summary>
/// Checks a <c>PublicAddress</c> before the host listens, because no request can contradict it later. With test keys a fault is only a warning,
/// because developers try a shop in Production mode on their own machine. With live keys the host stops if every sale would be lost or buyers could
/// be sent elsewhere.
/// </summary>
internal sealed class PublicAddressStartup(
    MerchantOriginStores stores, ReturnAddress returns, IHostEnvironment environment, IServiceProvider services, ILogger<PublicAddressStartup> logger) : IHostedService
{
    private readonly SafeLogger _log = new(logger);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
            return Task.CompletedTask;
        foreach (var merchant in stores.All.Select(store => store.Merchant))
        {
            var settings = services.GetRequiredKeyedService<IPaymentSettingsSource>(merchant).Current;
            if (settings.PublicAddress is not { } set || !WebAddressReader.TryRead(set, out var address, out _) || PublicAddressRule.BrokenBy(address) is not { } broken)
                continue;
            if (broken.Stops && !settings.SecretKey.IsTest)
                throw new InvalidOperationException($"{returns.SettingOf(merchant)} is {address.Origin}, and the keys are live: {broken.Reason} {broken.Advice}");
            _log.PublicAddressDoubtful(returns.SettingOf(merchant), address.Origin, broken.Reason, broken.Advice);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
