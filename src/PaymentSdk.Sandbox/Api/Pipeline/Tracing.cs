using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Logs every request to the API, and adds the trace id that every answer carries (docs/spec/payment-api.md §1.1).</summary>
internal static class Tracing
{
    private const string _header = "x-tosspayments-trace-id";

    public static void UseTracing(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<RequestLog>();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<ApiEndpointMetadata>() is not null)
            {
                log.Add(context.Request);
                context.Response.Headers[_header] = Identifiers.TraceId();
            }

            return next(context);
        });
    }

    public static string Of(HttpContext context) => context.Response.Headers[_header].ToString();

    /// <summary>Appends the trace id of the first answer to the trace id of its replay (docs/spec/payment-api.md §6).</summary>
    public static void Replayed(HttpContext context, string original) =>
        context.Response.Headers[_header] = $"{Of(context)},{original}";
}
