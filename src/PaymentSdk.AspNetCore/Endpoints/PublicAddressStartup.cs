using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

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
