using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// <c>GET {p}/checkout.js</c>: the page client, an ES module. It is public and asks nothing, so that it is there whatever is unavailable;
/// only who may read it across origins differs (docs/spec/http.md §1).
/// </summary>
internal static class PageClient
{
    private static readonly EmbeddedFile Module = new(Read(), "text/javascript; charset=utf-8");

    public static IEndpointConventionBuilder MapPageClient(this IEndpointRouteBuilder endpoints, string merchant) => endpoints
        .MapMethods("checkout.js", ["GET", "HEAD"], context => ServeAsync(context, merchant))
        .WithMetadata(PaymentEndpointMetadata.Instance, OwnCorsMetadata.Instance);

    private static Task ServeAsync(HttpContext context, string merchant)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        CorsHeaders.WriteVary(headers);
        // An output cache varies by no header unless it is told to: the copy of one origin would be another's, which may not run it.
        MerchantOriginGuard.KeepOutOfOutputCache(context);
        // A module of another origin is fetched by CORS; without the header its page cannot run it.
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin] && context.RequestServices.GetRequiredService<MerchantOriginStores>().SnapshotOf(merchant).Contains(origin))
            headers.AccessControlAllowOrigin = origin;
        return Module.ServeAsync(context);
    }

    /// <summary>The source without its comments and indentation, which stand on lines and at beginnings of their own.</summary>
    private static ReadOnlyMemory<byte> Read()
    {
        using var stream = typeof(PageClient).Assembly.GetManifestResourceStream("checkout.js")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var module = new StringBuilder();
        while (reader.ReadLine()?.TrimStart() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("/**", StringComparison.Ordinal))
                module.Append(line).Append('\n');
        }

        return Encoding.UTF8.GetBytes(module.ToString());
    }
}
