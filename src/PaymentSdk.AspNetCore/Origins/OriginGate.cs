using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Makes the same decision as <see cref="MerchantOriginPolicy"/> while routing walks to the endpoint. It needs no set of candidates, which would cost
/// a fifth of the gate's time and all of its memory. It applies only where one endpoint is left and nothing can reject that endpoint afterwards;
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

/// <summary>
/// Makes the origin decision inside routing, for the endpoint that routing is about to choose. For a refusal or a preflight, the endpoint is replaced
/// with one that ends the request immediately, so that CORS, authentication, limiters, caches and binding, which come after routing, never see the
/// request (docs/spec/origins.md §4, "Where the decision is made").
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
/// Lets preflights reach endpoints under <c>RequireMerchantOrigin</c>, however the endpoints were mapped. Without <c>AcceptCorsPreflight</c>, routing
/// answers preflights with 405. The policy changes the metadata of the endpoints while routing is built, before the framework's method policy runs,
/// and adds nothing to routing.
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

/// <summary>
/// Makes the origin decision for an endpoint that routing is about to choose, and lets the request in or answers it (docs/spec/origins.md §4).
/// </summary>
internal sealed class OriginGate(MerchantOriginStores stores, OriginRefusals refusals, OriginMetrics metrics, ResponseCaches caches)
{
    private static readonly Func<object, Task> KeepHeaders = KeepHeadersOf;
    private static readonly Func<object, Task> KeepHeadersUncached = KeepHeadersUncachedOf;

    public MerchantOriginStore? Store(string merchant) => stores.Find(merchant);

    /// <summary>Returns null if the endpoint itself runs, otherwise the endpoint that ends the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">The endpoint that routing is about to choose.</param>
    /// <param name="metadata">The requirement of the endpoint.</param>
    /// <param name="store">The origins that the endpoint requires; null if the host registered none.</param>
    /// <exception cref="InvalidOperationException">The host registered no origins for the endpoint.</exception>
    public Endpoint? Decide(HttpContext context, Endpoint endpoint, IMerchantOriginMetadata metadata, MerchantOriginStore? store)
    {
        // An error page executes the same request again. The first decision applies (docs/spec/origins.md §1).
        if (context.Features.Get<OriginDecision>() is { LetsIn: true } earlier && earlier.Merchant == metadata.Merchant)
            return null;
        var compiled = store?.Current ?? throw MerchantOriginGuard.MissingRegistration(endpoint.DisplayName, metadata.Merchant);
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
        if (decision.Verdict == OriginVerdict.Allowed)
            CorsHeaders.WriteAllowed(context, decision);
        else
            CorsHeaders.WriteVary(context.Response.Headers);
        caches.KeepOut(context);
        context.Response.OnStarting(metadata.IsGuarded ? KeepHeaders : KeepHeadersUncached, context);
        // Set after everything that reads features, because a new feature makes the context look all of them up again.
        context.Features.Set(decision);
    }

    /// <summary>
    /// Restores the headers after an exception handler has cleared them. Without them the browser would report a CORS error for a 500.
    /// </summary>
    private static Task KeepHeadersOf(object state)
    {
        var context = (HttpContext)state;
        // In almost every request nothing has changed the headers, so the lookup of the decision is skipped.
        if (!CorsHeaders.AreKept(context) && context.Features.Get<OriginDecision>() is { LetsIn: true } decision)
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

/// <summary>Answers the request by which a browser asks whether it may call another origin.</summary>
internal static class Preflight
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    public static Endpoint Endpoint(OriginDecision decision, Endpoint endpoint, IMerchantOriginMetadata metadata) => ShortCircuit.Endpoint(
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            CorsHeaders.WritePreflight(context, decision, endpoint, metadata);
            return Task.CompletedTask;
        },
        "Merchant origin preflight");
}

/// <summary>
/// Counts decisions with the counter <c>paymentsdk.origin.decisions</c> of the meter <c>PaymentSdk.AspNetCore.Origins</c>, by merchant and outcome.
/// </summary>
internal sealed class OriginMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _decisions = meters.Create("PaymentSdk.AspNetCore.Origins").CreateCounter<long>(
        "paymentsdk.origin.decisions", "{decision}", "Origin decisions: allowed, passed, preflight, or the slug of the refusal.");

    public void LetIn(OriginDecision decision) => Count(decision.Merchant, decision.Verdict == OriginVerdict.Allowed ? "allowed" : "passed");

    public void Preflight(string merchant) => Count(merchant, "preflight");

    public void Refused(string merchant, string slug) => Count(merchant, slug);

    private void Count(string merchant, string outcome)
    {
        if (_decisions.Enabled)
            _decisions.Add(1, new("merchant", merchant), new("outcome", outcome));
    }
}
