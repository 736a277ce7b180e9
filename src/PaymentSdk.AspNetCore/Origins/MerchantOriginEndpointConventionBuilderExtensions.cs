using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk;

/// <summary>Restricts the shop's own endpoints, groups and controllers to the pages of merchant origins.</summary>
public static class MerchantOriginEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Allows only pages of registered merchant origins to call this endpoint, preflights included. It works with and without CORS in the host, and
    /// needs no call between <c>UseRouting</c> and <c>UseEndpoints</c>.
    /// </summary>
    /// <param name="builder">An endpoint, a group or controllers.</param>
    /// <param name="merchant">The registration whose origins apply. The default is the registration of an earlier call or of the enclosing group,
    /// otherwise the unnamed registration.</param>
    /// <param name="configure">Adds request headers that pages may send. By default, only <c>content-type</c> is allowed.</param>
    /// <exception cref="InvalidOperationException">The registration has no <c>AddMerchantOrigins</c>. It is thrown here if <paramref name="builder"/>
    /// is a group and <paramref name="merchant"/> is given, otherwise when the host starts.</exception>
    public static TBuilder RequireMerchantOrigin<TBuilder>(this TBuilder builder, string? merchant = null, Action<MerchantOriginOptions>? configure = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (merchant is not null && builder is IEndpointRouteBuilder group)
            MerchantOriginGuard.RequireRegistration(group.ServiceProvider, "A group of endpoints", merchant);
        var options = new MerchantOriginOptions();
        configure?.Invoke(options);
        builder.Add(endpoint => endpoint.Metadata.Add(MerchantOriginMetadata.Join(endpoint.Metadata, merchant, options.Headers)));
        builder.Finally(MerchantOriginGuard.Wrap);
        return builder;
    }

    /// <inheritdoc cref="RequireMerchantOrigin{TBuilder}(TBuilder, string?, Action{MerchantOriginOptions}?)"/>
    public static TBuilder RequireMerchantOrigin<TBuilder>(this TBuilder builder, Action<MerchantOriginOptions> configure)
        where TBuilder : IEndpointConventionBuilder => builder.RequireMerchantOrigin(null, configure);
}
