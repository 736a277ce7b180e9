using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Stops the host at start when an endpoint requires a merchant origin and none were registered for it. Endpoints are made when they
/// are first asked for, so without this the first request would find out. Added by <c>AddPaymentSdk</c>.
/// </summary>
internal sealed class ProtectedEndpointCheck(IServiceProvider services, ILogger<ProtectedEndpointCheck> logger) : StartStep
{
    private readonly SafeLogger _log = new(logger);

    /// <summary>Only now is every endpoint known: hosts of the old style map them while the server starts.</summary>
    protected override void End()
    {
        var endpoints = services.GetService<EndpointDataSource>()?.Endpoints ?? [];
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is { } metadata)
                MerchantOriginGuard.RequireRegistration(services, endpoint.DisplayName, metadata.Merchant);
        }

        // Endpoints of two branches of a pipeline may look alike and never meet: this is told, and does not stop the host.
        foreach (var (route, other) in MappedPayments.Ambiguous(endpoints))
            _log.AmbiguousRoute(route, other);
    }
}
