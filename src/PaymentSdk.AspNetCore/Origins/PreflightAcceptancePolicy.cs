using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Lets preflights reach endpoints under <c>RequireMerchantOrigin</c>, however they were mapped: without <c>AcceptCorsPreflight</c>
/// routing answers them 405. Looks at endpoints while routing is built, before its own policy of methods does; adds nothing to routing.
/// </summary>
internal sealed class PreflightAcceptancePolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>The framework's policy of methods has -1000.</summary>
    public override int Order => -10_000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is not null
                && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { AcceptCorsPreflight: false } methods)
                methods.AcceptCorsPreflight = true;
        }

        return false;
    }

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) => [];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        throw new NotSupportedException("This policy never applies.");
}
