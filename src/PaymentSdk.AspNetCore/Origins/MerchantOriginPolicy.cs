using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Makes the origin decision inside routing, for the endpoint that routing is about to choose. A refusal or a preflight replaces the
/// endpoint by one that ends the request there: CORS, authentication, limiters, caches and binding behind routing never see it
/// (origins.md §4, "Where the decision is made").
/// </summary>
internal sealed class MerchantOriginPolicy(MerchantOriginStores stores, OriginRefusals refusals, OriginMetrics metrics) : MatcherPolicy, IEndpointSelectorPolicy
{
    private static readonly Func<object, Task> KeepHeaders = KeepHeadersOf;
    private static readonly Func<object, Task> KeepHeadersUncached = KeepHeadersUncachedOf;

    /// <summary>Last: every other policy has invalidated its candidates before.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
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
                && Decide(httpContext, endpoint, metadata) is { } replacement)
                candidates.ReplaceEndpoint(i, replacement, candidates[i].Values);
            return Task.CompletedTask;
        }

        return Task.CompletedTask;
    }

    /// <summary>Null: the endpoint itself goes on.</summary>
    private Endpoint? Decide(HttpContext context, Endpoint endpoint, IMerchantOriginMetadata metadata)
    {
        // An error page executes the same request again: the first decision stays (origins.md §1).
        if (context.Features.Get<OriginDecision>() is { LetsIn: true } earlier && earlier.Merchant == metadata.Merchant)
            return null;
        var compiled = stores.Find(metadata.Merchant)?.Current ?? throw MerchantOriginGuard.MissingRegistration(endpoint.DisplayName, metadata.Merchant);
        var verdict = OriginRules.Decide(context.Request, compiled.Snapshot);
        switch (verdict)
        {
            case OriginVerdict.Allowed when Preflight.Is(context.Request):
                context.Features.Set(compiled.Allowed);
                metrics.Preflight(metadata.Merchant);
                return Preflight.Endpoint(compiled.Allowed, endpoint, metadata);
            case OriginVerdict.Allowed:
                LetIn(context, compiled.Allowed, metadata);
                return null;
            case OriginVerdict.Passed:
                LetIn(context, compiled.Passed, metadata);
                return null;
            default:
                return refusals.Endpoint(context, metadata.Merchant, verdict, compiled.Snapshot);
        }
    }

    private void LetIn(HttpContext context, OriginDecision decision, IMerchantOriginMetadata metadata)
    {
        metrics.LetIn(decision);
        context.Features.Set(decision);
        if (decision.Verdict == OriginVerdict.Allowed)
            CorsHeaders.WriteAllowed(context, decision);
        else
            CorsHeaders.WriteVary(context.Response.Headers);
        context.Response.OnStarting(metadata.IsGuarded ? KeepHeaders : KeepHeadersUncached, context);
    }

    /// <summary>Exception handlers clear the headers; without them the browser would report a CORS error for a 500.</summary>
    private static Task KeepHeadersOf(object state)
    {
        var context = (HttpContext)state;
        if (context.Features.Get<OriginDecision>() is { LetsIn: true } decision)
        {
            if (decision.Verdict == OriginVerdict.Allowed)
                CorsHeaders.KeepAllowed(context, decision);
            else
                CorsHeaders.WriteVary(context.Response.Headers);
        }

        return Task.CompletedTask;
    }

    private static Task KeepHeadersUncachedOf(object state)
    {
        MerchantOriginGuard.KeepOutOfOutputCache((HttpContext)state);
        return KeepHeadersOf(state);
    }
}
