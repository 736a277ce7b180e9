using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.Sandbox.Script;

/// <summary>The script that shop pages load.</summary>
internal static class ScriptEndpoints
{
    public static void MapScript(this IEndpointRouteBuilder app) => ArgumentNullException.ThrowIfNull(app);
}
