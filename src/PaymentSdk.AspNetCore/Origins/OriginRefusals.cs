using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;
using PaymentSdk.Origins;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Answers refused requests: 403, or 415 for the media type, without any CORS header; explained in the log and, in Development, in the body.</summary>
internal sealed class OriginRefusals(IHostEnvironment environment, ILogger<OriginRefusals> logger)
{
    public Endpoint Endpoint(HttpContext context, string merchant, OriginVerdict verdict, MerchantOriginSnapshot registered)
    {
        context.Features.Set(new OriginDecision(merchant, verdict, Credentials: false));
        var (slug, title, explanation) = OriginExplanation.Of(context.Request, verdict, registered);
        logger.OriginRefused(slug, context.Request.Method, MerchantOriginProblem.Shown(context.Request.Path.Value), explanation);
        var problem = new Problem(Status(verdict), slug, title) { Detail = environment.IsDevelopment() ? explanation : null };
        return ShortCircuit.Endpoint(answered => Answer(answered, problem), "Merchant origin refused");
    }

    private static Task Answer(HttpContext context, Problem problem)
    {
        CorsHeaders.Remove(context.Response.Headers);
        CommonHeaders.Write(context.Response.Headers);
        return problem.ExecuteAsync(context);
    }

    private static int Status(OriginVerdict verdict) => verdict == OriginVerdict.UnsupportedMediaType
        ? StatusCodes.Status415UnsupportedMediaType
        : StatusCodes.Status403Forbidden;
}
