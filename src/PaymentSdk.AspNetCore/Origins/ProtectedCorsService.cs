using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Wraps the host's CORS service. It skips endpoints under <c>RequireMerchantOrigin</c> and the page client, so that the host's policies neither
/// answer their preflights nor rewrite their headers (docs/spec/origins.md §4).
/// </summary>
internal sealed class ProtectedCorsService(ICorsService inner, ProtectedPaths paths) : ICorsService
{
    public CorsResult EvaluatePolicy(HttpContext context, CorsPolicy policy) =>
        IsProtected(context) ? new CorsResult { IsPreflightRequest = false } : inner.EvaluatePolicy(context, policy);

    public void ApplyResult(CorsResult result, HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (!IsProtected(response.HttpContext))
            inner.ApplyResult(result, response);
    }

    private bool IsProtected(HttpContext context)
    {
        if (context.Features.Get<OriginDecision>() is not null)
            return true;
        return context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<IMerchantOriginMetadata>() is not null || metadata.GetMetadata<OwnCorsMetadata>() is not null)
            || paths.Match(context);
    }
}
