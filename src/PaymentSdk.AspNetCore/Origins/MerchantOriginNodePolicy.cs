using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Makes the same decision as <see cref="MerchantOriginPolicy"/> while routing walks to the endpoint. It needs no set of candidates, which costs a
/// fifth of the gate's time and all of its memory. It applies only where one endpoint is left and nothing can reject that endpoint afterwards;
/// <see cref="MerchantOriginPolicy"/> decides everything else.
/// </summary>
internal sealed class MerchantOriginNodePolicy(OriginGate gate) : MatcherPolicy, INodeBuilderPolicy
{
    private static readonly Endpoint Answered = ShortCircuit.Endpoint(
        context => context.Features.Get<OriginAnswer>()!.Endpoint.RequestDelegate!(context), "Merchant origin answered");

    /// <summary>Runs last, after the policies for method, host and media type.</summary>
    public override int Order => int.MaxValue;

    /// <summary>
    /// Returns true for a single protected endpoint without route constraints, which run later, and without dynamic metadata, which chooses the
    /// endpoint by the request.
    /// </summary>
    public static bool Decides(IReadOnlyList<Endpoint> endpoints) =>
        endpoints is [RouteEndpoint endpoint]
        && endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is not null
        && endpoint.Metadata.GetMetadata<IDynamicEndpointMetadata>() is not { IsDynamic: true }
        && endpoint.RoutePattern.ParameterPolicies.Count == 0
        && endpoint.RoutePattern.PathSegments.All(segment => segment.IsSimple);

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => Decides(endpoints);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
    [
        new(new EndpointEdge(endpoints[0], LetsIn: true), endpoints),
        new(new EndpointEdge(endpoints[0], LetsIn: false), [Answered]),
    ];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        var letIn = edges.Single(edge => ((EndpointEdge)edge.State).LetsIn);
        var answered = edges.Single(edge => !((EndpointEdge)edge.State).LetsIn);
        return new OriginJumpTable(gate, ((EndpointEdge)letIn.State).Endpoint, letIn.Destination, answered.Destination);
    }

    private sealed record EndpointEdge(Endpoint Endpoint, bool LetsIn);

    private sealed record OriginAnswer(Endpoint Endpoint);

    private sealed class OriginJumpTable(OriginGate gate, Endpoint endpoint, int letIn, int answered) : PolicyJumpTable
    {
        private readonly IMerchantOriginMetadata _metadata = endpoint.Metadata.GetRequiredMetadata<IMerchantOriginMetadata>();

        private readonly MerchantOriginStore? _store = gate.Store(endpoint.Metadata.GetRequiredMetadata<IMerchantOriginMetadata>().Merchant);

        public override int GetDestination(HttpContext httpContext)
        {
            if (gate.Decide(httpContext, endpoint, _metadata, _store) is not { } answer)
                return letIn;
            httpContext.Features.Set(new OriginAnswer(answer));
            return answered;
        }
    }
}
