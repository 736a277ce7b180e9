using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Writes the CORS headers of docs/spec/origins.md §4. The values are shared constants or come from the request, so nothing is allocated.
/// </summary>
internal static class CorsHeaders
{
    private static readonly StringValues VaryByOrigin = "Origin";
    private static readonly StringValues True = "true";
    private static readonly StringValues Exposed = "location, retry-after";
    private static readonly StringValues MaxAge = "600";
    private static readonly StringValues AnyMethod = "GET, HEAD, POST, PUT, PATCH, DELETE";

    /// <summary>Allows the page that sent the request, and no other page, to read the answer.</summary>
    public static void WriteAllowed(HttpContext context, OriginDecision decision)
    {
        var headers = context.Response.Headers;
        WriteOrigin(headers, context.Request, decision);
        headers.AccessControlExposeHeaders = Exposed;
    }

    /// <summary>
    /// Returns true if the answer has everything that <see cref="WriteAllowed"/> wrote without credentials, and nothing that another component wrote.
    /// </summary>
    public static bool AreKept(HttpContext context)
    {
        var headers = context.Response.Headers;
        return headers.AccessControlAllowOrigin is { Count: 1 } allowed
            && allowed == context.Request.Headers.Origin
            && headers.AccessControlExposeHeaders.Count > 0
            && headers.AccessControlAllowCredentials.Count == 0
            && headers.Vary is ["Origin"];
    }

    /// <summary>Writes the headers again if another component has cleared or changed them.</summary>
    public static void KeepAllowed(HttpContext context, OriginDecision decision)
    {
        var headers = context.Response.Headers;
        if (headers.AccessControlAllowOrigin != context.Request.Headers.Origin || headers.AccessControlExposeHeaders.Count == 0)
            WriteAllowed(context, decision);
        else
            WriteVary(headers);
        if (!decision.Credentials && headers.AccessControlAllowCredentials.Count > 0)
            headers.AccessControlAllowCredentials = default;
    }

    /// <summary>Writes the answer to an allowed preflight: exactly the endpoint's methods, and a fixed list of headers.</summary>
    public static void WritePreflight(HttpContext context, OriginDecision decision, Endpoint endpoint, IMerchantOriginMetadata metadata)
    {
        var headers = context.Response.Headers;
        WriteOrigin(headers, context.Request, decision);
        headers.AccessControlAllowMethods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } methods
            ? string.Join(", ", methods.HttpMethods)
            : AnyMethod;
        headers.AccessControlAllowHeaders = metadata.AllowedHeaders;
        headers.AccessControlMaxAge = MaxAge;
    }

    /// <summary>Writes that the answer varies by origin, unless it is already written.</summary>
    public static void WriteVary(IHeaderDictionary headers)
    {
        var vary = headers.Vary;
        if (vary.Count == 0)
            headers.Vary = VaryByOrigin;
        else if (vary.Count == 1 && vary[0] == "Origin")
            return;
        else if (!VariesByOrigin(vary))
            headers.Vary = StringValues.Concat(vary, VaryByOrigin);
    }

    /// <summary>Removes all CORS headers that any component has written.</summary>
    public static void Remove(IHeaderDictionary headers)
    {
        headers.Remove("Access-Control-Allow-Origin");
        headers.Remove("Access-Control-Allow-Credentials");
        headers.Remove("Access-Control-Allow-Methods");
        headers.Remove("Access-Control-Allow-Headers");
        headers.Remove("Access-Control-Expose-Headers");
        headers.Remove("Access-Control-Max-Age");
    }

    private static void WriteOrigin(IHeaderDictionary headers, HttpRequest request, OriginDecision decision)
    {
        headers.AccessControlAllowOrigin = request.Headers.Origin;
        if (decision.Credentials)
            headers.AccessControlAllowCredentials = True;
        WriteVary(headers);
    }

    private static bool VariesByOrigin(StringValues vary)
    {
        foreach (var line in vary)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var name = line.AsSpan(range).Trim();
                if (name is "*" || name.Equals("Origin", StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}

/// <summary>The headers that every answer of the payment endpoints has (docs/spec/http.md §3).</summary>
internal static class CommonHeaders
{
    /// <summary>Writes the headers. <c>Origin</c> is added to <c>Vary</c> only if it is not named there yet.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (!VariesByOrigin(headers))
            headers.Append("Vary", "Origin");
    }

    private static bool VariesByOrigin(IHeaderDictionary headers)
    {
        foreach (var line in headers.Vary)
        {
            if (line is not null && line.Split(',', StringSplitOptions.TrimEntries).Contains("Origin", StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

/// <summary>
/// Keeps answers of protected endpoints out of response caching (docs/spec/origins.md §4). Its middleware may run before routing, and it reads the
/// headers before any callback for the start of the answer runs; an action with <c>[ResponseCache]</c> has already removed <c>Vary</c> at that time.
/// Response caching never stores an answer that sets a cookie, so a cookie is added and removed again before the headers are sent. In a host without
/// that middleware, its options are never created, and nothing is done.
/// </summary>
internal sealed class ResponseCaches : IPostConfigureOptions<ResponseCachingOptions>
{
    private const string Mark = "payment-answer=not-stored; Max-Age=0";

    private static readonly Func<object, Task> TakeOff = TakeOffMark;

    private volatile bool _areUsed;

    public void PostConfigure(string? name, ResponseCachingOptions options) => _areUsed = true;

    public void KeepOut(HttpContext context)
    {
        if (!_areUsed)
            return;
        context.Response.Headers.SetCookie = StringValues.Concat(context.Response.Headers.SetCookie, Mark);
        context.Response.OnStarting(TakeOff, context);
    }

    private static Task TakeOffMark(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        var kept = headers.SetCookie.Where(cookie => cookie != Mark).ToArray();
        if (kept.Length < headers.SetCookie.Count)
            headers.SetCookie = kept;
        return Task.CompletedTask;
    }
}
