using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Answers the question a browser asks before it sends a request to another origin.</summary>
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
