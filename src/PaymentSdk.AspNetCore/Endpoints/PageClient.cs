using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// <c>GET {p}/checkout.js</c>: the page client, an ES module. It is public and depends on nothing, so it is served even when the ledger or the API
/// is unavailable. Only registered origins may read it across origins (docs/spec/http.md §1).
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
        // By default an output cache does not vary by any header. It would serve the copy for one origin to another origin, which could not run it.
        MerchantOriginGuard.KeepOutOfOutputCache(context);
        // Browsers fetch a module of another origin by CORS. Without this header the page cannot run it.
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin] && context.RequestServices.GetRequiredService<MerchantOriginStores>().SnapshotOf(merchant).Contains(origin))
            headers.AccessControlAllowOrigin = origin;
        return Module.ServeAsync(context);
    }

    /// <summary>Reads the source without its comments and indentation. In the source, every comment is on its own line.</summary>
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
