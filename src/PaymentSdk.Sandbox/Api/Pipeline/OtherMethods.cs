using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.Sandbox.Api.Pipeline;

internal static class OtherMethods
{
    /// <summary>A known path with another method is not an unknown path.</summary>
    public static void RefuseOtherMethods(this IEndpointRouteBuilder api, params string[] paths)
    {
        foreach (var path in paths)
            api.Map(path, context => ApiPipeline.RefuseAsync(context, "NOT_FOUND_HTTP_METHOD")).WithOrder(1);
    }
}
