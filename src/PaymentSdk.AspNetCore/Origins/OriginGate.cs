using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Origins;

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
        // In almost every request nothing has changed them, and the lookup of the decision is skipped.
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
