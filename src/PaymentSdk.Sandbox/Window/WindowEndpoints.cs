using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The pages of the payment window.</summary>
internal static class WindowEndpoints
{
    public static void MapWindow(this IEndpointRouteBuilder app) => ArgumentNullException.ThrowIfNull(app);
}
