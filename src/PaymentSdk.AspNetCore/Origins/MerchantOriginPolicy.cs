using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Makes the origin decision inside routing, for the endpoint that routing is about to choose. A refusal or a preflight replaces the endpoint by
/// one that ends the request there, so that the CORS, authentication, limiters, caches and binding behind routing never see it
/// (docs/spec/origins.md §4, "Where the decision is made").
/// </summary>
internal sealed class MerchantOriginPolicy(OriginGate gate) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Runs last, after every other policy has invalidated its candidates.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
        if (MerchantOriginNodePolicy.Decides(endpoints))
            return false;
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is not null)
                return true;
        }

        return false;
    }

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
                continue;
            var endpoint = candidates[i].Endpoint;
            if (endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is { } metadata
                && gate.Decide(httpContext, endpoint, metadata, gate.Store(metadata.Merchant)) is { } replacement)
                candidates.ReplaceEndpoint(i, replacement, candidates[i].Values);
            return Task.CompletedTask;
        }

        return Task.CompletedTask;
    }
}

/// <summary>
/// Lets preflights reach endpoints under <c>RequireMerchantOrigin</c>, however they were mapped. Without <c>AcceptCorsPreflight</c> routing answers
/// them 405. The policy reads the endpoints while routing is built, before the framework's method policy, and adds nothing to routing.
/// </summary>
internal sealed class PreflightAcceptancePolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Runs before the framework's method policy, whose order is -1000.</summary>
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
