using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.Sandbox.Api.Pipeline;

internal static class OtherMethods
{
    /// <summary>Answers other methods on a known path with a method error, not with the error for an unknown path.</summary>
    public static void RefuseOtherMethods(this IEndpointRouteBuilder api, params string[] paths)
    {
        foreach (var path in paths)
            api.Map(path, context => ApiPipeline.RefuseAsync(context, "NOT_FOUND_HTTP_METHOD")).WithOrder(1);
    }
}
