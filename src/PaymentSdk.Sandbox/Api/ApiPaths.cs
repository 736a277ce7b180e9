using Microsoft.AspNetCore.Http;

namespace PaymentSdk.Sandbox.Api;

/// <summary>Which paths belong to the REST API, as opposed to script, window and controls.</summary>
internal static class ApiPaths
{
    public static bool Has(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.Ordinal) || path.StartsWithSegments("/v2", StringComparison.Ordinal);
}
