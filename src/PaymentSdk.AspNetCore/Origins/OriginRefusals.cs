using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Answers refused requests with 403, or 415 for the media type, without any CORS header. The reason is in the log and, in Development, in the body.
/// </summary>
internal sealed class OriginRefusals(IHostEnvironment environment, OriginMetrics metrics, ILogger<OriginRefusals> logger)
{
    private readonly SafeLogger _log = new(logger);

    public Endpoint Endpoint(HttpContext context, string merchant, OriginVerdict verdict, MerchantOriginSnapshot registered)
    {
        context.Features.Set(new OriginDecision(merchant, verdict, Credentials: false));
        var explanation = OriginExplanation.Of(context.Request, verdict, registered);
        metrics.Refused(merchant, explanation.Slug);
        Write(context.Request, explanation);
        var problem = new Problem(Status(verdict), explanation.Slug, explanation.Title)
        {
            Detail = environment.IsDevelopment() || explanation.IsPublic ? explanation.Detail : null,
            WriteMembers = environment.IsDevelopment() && explanation.Diagnosis is { } diagnosis ? json => WriteDiagnosis(json, diagnosis) : null,
        };
        return ShortCircuit.Endpoint(answered => Answer(answered, problem), "Merchant origin refused");
    }

    private void Write(HttpRequest request, OriginExplanation explanation)
    {
        var path = MerchantOriginProblem.Shown(request.Path.Value);
        if (explanation.Diagnosis is { } diagnosis)
            _log.OriginNotRegistered(request.Method, path, diagnosis.Presented, diagnosis.Nearest?.ToString(), diagnosis.Difference.ToString(), diagnosis.Explanation, diagnosis.Hint);
        else
            _log.OriginRefused(explanation.Slug, request.Method, path, explanation.Detail);
    }

    private static void WriteDiagnosis(Utf8JsonWriter json, OriginDiagnosis diagnosis)
    {
        json.WriteString("origin"u8, diagnosis.Presented);
        json.WriteString("nearest"u8, diagnosis.Nearest?.ToString());
        json.WriteStartArray("differs"u8);
        foreach (var part in Enum.GetValues<OriginDifference>())
        {
            if (part != OriginDifference.None && diagnosis.Difference.HasFlag(part))
                json.WriteStringValue(part.ToString().ToLowerInvariant());
        }

        json.WriteEndArray();
        json.WriteString("hint"u8, diagnosis.Hint);
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
