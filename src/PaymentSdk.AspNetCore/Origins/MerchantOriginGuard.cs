using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Stands before the endpoint's own code and asserts that routing made a decision: the code never runs undecided.
/// Also keeps the answer out of output caches, which would serve it to another origin (origins.md §4).
/// </summary>
internal static class MerchantOriginGuard
{
    public static void Wrap(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<IMerchantOriginMetadata>().LastOrDefault() is not { } metadata)
            return;
        if (endpoint.ApplicationServices.GetService<MerchantOriginStores>()?.Find(metadata.Merchant) is null)
            throw MissingRegistration(endpoint.DisplayName, metadata.Merchant);
        if (endpoint.RequestDelegate is not { } next)
            return;
        endpoint.RequestDelegate = context =>
        {
            Assert(context, metadata.Merchant);
            return next(context);
        };
    }

    /// <exception cref="InvalidOperationException">No decision was made for this merchant.</exception>
    public static void Assert(HttpContext context, string merchant)
    {
        if (context.Features.Get<OriginDecision>() is not { LetsIn: true } decision || decision.Merchant != merchant)
            throw new InvalidOperationException(
                "An endpoint under RequireMerchantOrigin was reached without an origin decision. Let endpoint routing choose it; do not set the endpoint by hand.");
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    public static InvalidOperationException MissingRegistration(string? endpoint, string merchant) => new(merchant.Length == 0
        ? $"{endpoint} requires a merchant origin, but none are registered. Call AddPaymentSdk().AddMerchantOrigins(\"https://myshop.com\")."
        : $"{endpoint} requires an origin of the merchant '{merchant}', but that registration has none. Call AddPaymentSdk(\"{merchant}\", ...).AddMerchantOrigins(\"https://myshop.com\").");
}
