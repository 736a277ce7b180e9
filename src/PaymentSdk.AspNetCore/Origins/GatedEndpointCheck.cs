using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Stops the host at start when an endpoint requires a merchant origin and none were registered for it. Endpoints are made when they
/// are first asked for, so without this the first request would find out. Added by <c>AddPaymentSdk</c>.
/// </summary>
internal sealed class GatedEndpointCheck(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now is every endpoint known: hosts of the old style map them while the server starts.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var endpoint in services.GetService<EndpointDataSource>()?.Endpoints ?? [])
        {
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is { } metadata)
                MerchantOriginGuard.RequireRegistration(services, endpoint.DisplayName, metadata.Merchant);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
