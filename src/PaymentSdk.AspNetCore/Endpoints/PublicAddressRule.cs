using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What is wrong with an address that the shop wrote itself, for the start and for the doctor (docs/spec/origins.md §8).</summary>
/// <param name="Stops">Whether a shop with live keys must not start with it: buyers do not come back, or anybody on the way can send them elsewhere.</param>
/// <param name="Reason">What it does to buyers.</param>
/// <param name="Advice">What to write.</param>
internal sealed record PublicAddressRule(bool Stops, string Reason, string Advice)
{
    private static readonly PublicAddressRule OwnMachine = new(true, "buyers would be sent to their own machine.", "Write the address that buyers see, e.g. https://myshop.com.");
    private static readonly PublicAddressRule PlainHttp = new(true, "anybody on the way can change the page that the buyer returns to.", "Serve it over https, and write that address, e.g. https://myshop.com.");
    private static readonly PublicAddressRule OwnNetwork = new(false, "only browsers of the same network reach it.", "Write the address that buyers see, e.g. https://myshop.com.");

    /// <summary>The first rule that an address breaks outside Development; null when it breaks none.</summary>
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
/// Looks at a <c>PublicAddress</c> before the host listens: nothing of a request contradicts it later. With test keys it is a warning, because a
/// shop is tried in Production on one machine; with live keys the host stops where every sale would be lost or could be led astray.
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
