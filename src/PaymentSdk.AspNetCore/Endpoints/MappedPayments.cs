using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The calls of <c>MapPayments</c> and of <c>MapPaymentOperator</c> in a host. If routing cannot distinguish two endpoints, it answers every request
/// to them with 500. A second call with the same prefix therefore throws, so that the host does not start and no buyer is affected.
/// </summary>
internal sealed class MappedPayments
{
    private readonly ConcurrentDictionary<(Mapping Mapping, IEndpointRouteBuilder Endpoints, string Prefix), string> _calls = [];

    /// <summary>Adds a call, and returns the number of calls for this registration.</summary>
    /// <exception cref="InvalidOperationException">The same prefix was mapped before.</exception>
    public int Add(Mapping mapping, IEndpointRouteBuilder endpoints, string prefix, string merchant)
    {
        var path = "/" + prefix.Trim('/').ToUpperInvariant();
        if (_calls.TryAdd((mapping, endpoints, path), merchant))
            return _calls.Count(call => call.Key.Mapping == mapping && call.Value == merchant);
        var earlier = _calls[(mapping, endpoints, path)];
        throw new InvalidOperationException(earlier == merchant
            ? $"{mapping.Name} is called twice with the prefix '{prefix}': every request to it would be answered with 500. Call it once."
            : $"{mapping.Name} is called with the prefix '{prefix}' for the registrations '{earlier}' and '{merchant}': every request to it would be answered with 500. Give each a prefix of its own, e.g. {mapping.At(merchant.Length > 0 ? merchant : earlier)}.");
    }

    /// <summary>
    /// Returns the payment endpoints that routing cannot distinguish from another endpoint of the host, as pairs of the names that messages use.
    /// </summary>
    public static IEnumerable<(string Route, string Other)> Ambiguous(IEnumerable<Endpoint> all) =>
        from same in all.Distinct().OfType<RouteEndpoint>().GroupBy(endpoint => (Shape(endpoint.RoutePattern), endpoint.Order))
        where same.Count() > 1
        from payment in same
        where payment.Metadata.GetMetadata<PaymentEndpointMetadata>() is not null
        from other in same
        where !ReferenceEquals(payment, other) && ShareMethod(payment, other) && ShareHost(payment, other)
        select ($"{payment.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "any method of"} {payment.RoutePattern.RawText}", other.DisplayName ?? other.RoutePattern.RawText ?? "");

    // Parameters count as equal, whatever their names. A parameter with a constraint takes precedence over one without, so the two do not conflict.
    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternParameterPart { IsCatchAll: true } rest => rest.ParameterPolicies.Count > 0 ? "{*:}" : "{*}",
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Count > 0 ? "{:}" : "{}",
        _ => "",
    }))));

    // Routing prefers an endpoint with HTTP methods to an endpoint without them, so the two do not conflict.
    private static bool ShareMethod(Endpoint one, Endpoint other) =>
        (one.Metadata.GetMetadata<IHttpMethodMetadata>(), other.Metadata.GetMetadata<IHttpMethodMetadata>()) switch
        {
            (null, null) => true,
            ({ } methods, { } others) => methods.HttpMethods.Intersect(others.HttpMethods, StringComparer.OrdinalIgnoreCase).Any(),
            _ => false,
        };

    private static bool ShareHost(Endpoint one, Endpoint other) =>
        (one.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? [], other.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? []) switch
        {
            ({ Count: 0 }, { Count: 0 }) => true,
            var (hosts, others) => hosts.Intersect(others, StringComparer.OrdinalIgnoreCase).Any(),
        };
}

/// <summary>A method that maps the endpoints of a registration. It writes calls of the method as messages show them.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Prefix">The default prefix.</param>
internal sealed record Mapping(string Name, string Prefix)
{
    public static Mapping Payments { get; } = new("MapPayments", "/payments");

    public static Mapping Operator { get; } = new("MapPaymentOperator", "/operator");

    /// <summary>Returns the call for a named registration, with its own prefix.</summary>
    public string At(string merchant) => $"{Name}(\"{Prefix}-{merchant}\", \"{merchant}\")";

    /// <summary>Returns the call that maps a registration, and the call that adds it.</summary>
    public (string Mapping, string Adding) Of(string merchant) => merchant.Length == 0
        ? ($"{Name}()", "AddPaymentSdk()")
        : ($"{Name}(merchant: \"{merchant}\")", $"AddPaymentSdk(\"{merchant}\", …)");

    /// <summary>
    /// Requires that a prefix at the root begins with a slash, because a prefix without one may be the name of a registration by mistake. In a route
    /// group the slash may be omitted.
    /// </summary>
    /// <exception cref="ArgumentException">The prefix does not begin with a slash, and the endpoints are not a group.</exception>
    public void RequireSlash(IEndpointRouteBuilder endpoints, string prefix)
    {
        if (prefix.Length > 0 && !prefix.StartsWith('/') && endpoints is not RouteGroupBuilder)
            throw new ArgumentException($"{Name}(\"{prefix}\"): a prefix begins with a slash. Write {Name}(\"/{prefix}\"), or for the registration of that name {At(prefix)}.", nameof(prefix));
    }
}

/// <summary>Marks an endpoint of <c>MapPayments</c> or <c>MapPaymentOperator</c>.</summary>
internal sealed class PaymentEndpointMetadata
{
    public static PaymentEndpointMetadata Instance { get; } = new();
}

/// <summary>
/// Checks that a registration has everything that its endpoints need. If a part is missing, the host does not start, so that no buyer is affected.
/// </summary>
internal static class MappedRegistration
{
    /// <exception cref="InvalidOperationException">Something is missing; the message names the call to add.</exception>
    public static void Require(IServiceProvider services, string merchant)
    {
        if (services.GetService<IServiceProviderIsKeyedService>() is not { } known)
            return;
        var (mapping, adding) = Mapping.Payments.Of(merchant);
        if (!known.IsKeyedService(typeof(IPaymentSettingsSource), merchant))
            throw new InvalidOperationException($"{mapping} found no such registration. Add builder.Services.{adding} before the host is built.");
        var hasCheckout = merchant.Length == 0 ? known.IsService(typeof(ICheckout)) : known.IsKeyedService(typeof(ICheckout), merchant);
        if (services.GetService<MerchantOriginStores>()?.Find(merchant) is null)
            throw new InvalidOperationException($"{mapping} found no merchant origins: no page could call it. Add .AddMerchantOrigins(\"https://myshop.com\") to builder.Services.{adding}.");
        if (!hasCheckout)
            throw new InvalidOperationException($"{mapping} found no ledger: a payment is only confirmed through one. Add .AddEntityFrameworkLedger(…) to builder.Services.{adding}.");
    }

    /// <summary>
    /// Requires that an endpoint admits only the origins of its own registration. A host may call <c>RequireMerchantOrigin</c> again, for example to
    /// allow headers; the second call replaces the first one and must name the same registration.
    /// </summary>
    /// <exception cref="InvalidOperationException">The endpoint requires the origins of another registration.</exception>
    public static void RequireOwnOrigins(EndpointBuilder endpoint, string merchant)
    {
        if (endpoint.Metadata.OfType<IMerchantOriginMetadata>().Any(metadata => metadata.Merchant != merchant))
            throw new InvalidOperationException($"{endpoint.DisplayName} belongs to the registration '{merchant}' but was put under the origins of another one. Write RequireMerchantOrigin(\"{merchant}\", …).");
    }
}
