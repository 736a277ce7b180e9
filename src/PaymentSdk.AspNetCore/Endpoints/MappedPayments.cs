using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The calls of <c>MapPayments</c> of a host. Two endpoints that routing cannot tell apart answer every request with 500, so that a
/// second call with the same prefix must stop the host and not the buyers.
/// </summary>
internal sealed class MappedPayments
{
    private readonly ConcurrentDictionary<(IEndpointRouteBuilder Endpoints, string Prefix), string> _calls = [];

    /// <summary>Adds one, and gives how many of this registration there are.</summary>
    /// <exception cref="InvalidOperationException">The same prefix was mapped before.</exception>
    public int Add(IEndpointRouteBuilder endpoints, string prefix, string merchant)
    {
        var path = "/" + prefix.Trim('/').ToUpperInvariant();
        if (_calls.TryAdd((endpoints, path), merchant))
            return _calls.Count(call => call.Value == merchant);
        var earlier = _calls[(endpoints, path)];
        throw new InvalidOperationException(earlier == merchant
            ? $"MapPayments is called twice with the prefix '{prefix}': every request to it would be answered 500. Call it once."
            : $"MapPayments is called with the prefix '{prefix}' for the registrations '{earlier}' and '{merchant}': every request to it would be answered 500. Give each a prefix of its own, e.g. MapPayments(\"/payments-{(merchant.Length > 0 ? merchant : earlier)}\", \"{(merchant.Length > 0 ? merchant : earlier)}\").");
    }

    /// <summary>The payment endpoints that routing cannot tell from another endpoint of the host: pairs, as they are called in messages.</summary>
    public static IEnumerable<(string Route, string Other)> Ambiguous(IEnumerable<Endpoint> all) =>
        from same in all.Distinct().OfType<RouteEndpoint>().GroupBy(endpoint => (Shape(endpoint.RoutePattern), endpoint.Order))
        where same.Count() > 1
        from payment in same
        where payment.Metadata.GetMetadata<PaymentEndpointMetadata>() is not null
        from other in same
        where !ReferenceEquals(payment, other) && ShareMethod(payment, other) && ShareHost(payment, other)
        select ($"{payment.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "any method of"} {payment.RoutePattern.RawText}", other.DisplayName ?? other.RoutePattern.RawText ?? "");

    // Parameters are equal whatever they are called; one with a constraint comes first and is not in the way.
    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternParameterPart { IsCatchAll: true } rest => rest.ParameterPolicies.Count > 0 ? "{*:}" : "{*}",
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Count > 0 ? "{:}" : "{}",
        _ => "",
    }))));

    // Of an endpoint with methods and one without, routing takes the first.
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

/// <summary>Marks an endpoint of <c>MapPayments</c>.</summary>
internal sealed class PaymentEndpointMetadata
{
    public static PaymentEndpointMetadata Instance { get; } = new();
}
