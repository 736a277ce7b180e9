using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Prevents the host from starting when an endpoint requires a merchant origin but none is registered for it. Endpoints are created on first use, so
/// without this check the first request would fail. Added by <c>AddPaymentSdk</c>.
/// </summary>
internal sealed class ProtectedEndpointCheck(IServiceProvider services, ILogger<ProtectedEndpointCheck> logger) : StartStep
{
    private readonly SafeLogger _log = new(logger);

    /// <summary>
    /// Runs at the end of the start, because only then is every endpoint known. Hosts with a Startup class map their endpoints while the server
    /// starts.
    /// </summary>
    protected override void End()
    {
        var endpoints = services.GetService<EndpointDataSource>()?.Endpoints ?? [];
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is { } metadata)
                MerchantOriginGuard.RequireRegistration(services, endpoint.DisplayName, metadata.Merchant);
        }

        // Endpoints in two branches of a pipeline may have the same route and never conflict. This is therefore only logged, and the host starts.
        foreach (var (route, other) in MappedPayments.Ambiguous(endpoints))
            _log.AmbiguousRoute(route, other);
    }
}
