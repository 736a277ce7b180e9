using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Runs before the endpoint's own code and asserts that routing made a decision, so the code never runs without one. It also excludes the answer
/// from output caches, which would serve it to another origin (docs/spec/origins.md §4).
/// </summary>
internal static class MerchantOriginGuard
{
    public static void Wrap(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<IMerchantOriginMetadata>().LastOrDefault() is not { } metadata)
            return;
        RequireRegistration(endpoint.ApplicationServices, endpoint.DisplayName, metadata.Merchant);
        if (endpoint.RequestDelegate is not { } next)
            return;
        // Without an output cache the lookup is skipped, because looking up a feature that is never set costs as much as the decision itself.
        var caches = endpoint.ApplicationServices.GetService<IServiceProviderIsService>()?.IsService(typeof(IOutputCacheStore)) != false;
        endpoint.RequestDelegate = context =>
        {
            AssertDecided(context, metadata.Merchant);
            if (caches)
                KeepOutOfOutputCache(context);
            return next(context);
        };
    }

    /// <exception cref="InvalidOperationException">No decision was made for this merchant.</exception>
    public static void Assert(HttpContext context, string merchant)
    {
        AssertDecided(context, merchant);
        KeepOutOfOutputCache(context);
    }

    /// <summary>Excludes the answer from output caches, even if a policy of the host asks to store it.</summary>
    public static void KeepOutOfOutputCache(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    /// <exception cref="InvalidOperationException">The host registered no origins for this merchant.</exception>
    public static void RequireRegistration(IServiceProvider services, string? endpoint, string merchant)
    {
        if (services.GetService<MerchantOriginStores>()?.Find(merchant) is null)
            throw MissingRegistration(endpoint, merchant);
    }

    public static InvalidOperationException MissingRegistration(string? endpoint, string merchant) => new(merchant.Length == 0
        ? $"{endpoint} requires a merchant origin, but none are registered. Call AddPaymentSdk().AddMerchantOrigins(\"https://myshop.com\")."
        : $"{endpoint} requires an origin of the merchant '{merchant}', but that registration has none. Call AddPaymentSdk(\"{merchant}\", ...).AddMerchantOrigins(\"https://myshop.com\").");

    private static void AssertDecided(HttpContext context, string merchant)
    {
        if (context.Features.Get<OriginDecision>() is not { LetsIn: true } decision || decision.Merchant != merchant)
            throw new InvalidOperationException(
                "An endpoint under RequireMerchantOrigin was reached without an origin decision. Let endpoint routing choose it; do not set the endpoint by hand.");
    }
}

/// <summary>
/// Marks an endpoint that only pages of registered merchant origins may call. It is also an output cache policy, because an answer that was given
/// to one origin must not be cached for another (docs/spec/origins.md §4).
/// </summary>
internal interface IMerchantOriginMetadata : IOutputCachePolicy
{
    /// <summary>The registration whose origins apply; empty for the default one.</summary>
    string Merchant { get; }

    /// <summary>The request headers that pages may send.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>The value of <c>Access-Control-Allow-Headers</c>: a fixed list, never the requested headers (docs/spec/origins.md §4).</summary>
    string AllowedHeaders { get; }

    /// <summary>Whether <see cref="MerchantOriginGuard"/> runs before the endpoint's code. False for an attribute on a lambda.</summary>
    bool IsGuarded => false;

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        context.AllowCacheLookup = false;
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <inheritdoc cref="IMerchantOriginMetadata"/>
internal sealed class MerchantOriginMetadata(string merchant, IReadOnlyList<string> headers) : IMerchantOriginMetadata
{
    public string Merchant { get; } = merchant;

    public IReadOnlyList<string> Headers { get; } = headers;

    public string AllowedHeaders { get; } = string.Join(", ", headers);

    public bool IsGuarded => true;

    /// <summary>
    /// Adds a call to the metadata of a group or an earlier call. A call that names no merchant keeps the merchant that was named before, because the
    /// call must not open the endpoints of one merchant to the pages of another.
    /// </summary>
    public static MerchantOriginMetadata Join(IEnumerable<object> metadata, string? merchant, IReadOnlyList<string> headers)
    {
        var earlier = metadata.OfType<IMerchantOriginMetadata>().LastOrDefault();
        return new MerchantOriginMetadata(merchant ?? earlier?.Merchant ?? "", [.. (earlier?.Headers ?? []).Union(headers)]);
    }

    public override string ToString() => Merchant.Length == 0 ? "RequireMerchantOrigin" : $"RequireMerchantOrigin: {Merchant}";
}
