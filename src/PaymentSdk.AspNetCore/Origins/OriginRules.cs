using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Applies the rules of docs/spec/origins.md §4 in their order. The first one that matches decides.</summary>
internal static class OriginRules
{
    public static OriginVerdict Decide(HttpRequest request, MerchantOriginSnapshot registered)
    {
        var headers = request.Headers;
        var origin = headers.Origin;
        if (origin.Count == 0)
            return WithoutOrigin(request, headers, registered.Switches.AllowRequestsWithoutOrigin);
        if (origin.Count > 1)
            return OriginVerdict.OriginAmbiguous;
        var value = origin[0];
        if (string.IsNullOrEmpty(value))
            return OriginVerdict.OriginMissing;
        if (value == "null")
            return OriginVerdict.OriginNull;
        if (!registered.Contains(value))
            return OriginVerdict.OriginNotRegistered;
        return ModeAndBody(request, headers, OriginVerdict.Allowed);
    }

    /// <summary>Applies rules 0 and 1. Same-origin reads send no origin. Every other request needs one, unless native callers are allowed.</summary>
    private static OriginVerdict WithoutOrigin(HttpRequest request, IHeaderDictionary headers, bool allowed)
    {
        if (IsFromElsewhere(headers["Sec-Fetch-Site"]))
            return OriginVerdict.OriginMissing;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return OriginVerdict.Passed;
        return allowed ? ModeAndBody(request, headers, OriginVerdict.Passed) : OriginVerdict.OriginMissing;
    }

    private static OriginVerdict ModeAndBody(HttpRequest request, IHeaderDictionary headers, OriginVerdict otherwise)
    {
        if (IsNavigationOrNoCors(headers["Sec-Fetch-Mode"]))
            return OriginVerdict.RequestModeNotAllowed;
        return !JsonMediaType.Is(headers.ContentType) && HasBody(request) ? OriginVerdict.UnsupportedMediaType : otherwise;
    }

    private static bool IsFromElsewhere(StringValues site)
    {
        foreach (var value in site)
        {
            if (value is "same-site" or "cross-site")
                return true;
        }

        return false;
    }

    private static bool IsNavigationOrNoCors(StringValues mode)
    {
        foreach (var value in mode)
        {
            if (value is "navigate" or "no-cors")
                return true;
        }

        return false;
    }

    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength != 0;
}

/// <summary>
/// The decision that was made for a request, stored as a feature of the request. A request has only one decision, even if the host executes the
/// request again for an error page. Instances are shared between requests.
/// </summary>
internal sealed record OriginDecision(string Merchant, OriginVerdict Verdict, bool Credentials)
{
    public bool LetsIn => Verdict is OriginVerdict.Allowed or OriginVerdict.Passed;
}

/// <summary>The result of the rules of docs/spec/origins.md §4 for one request.</summary>
internal enum OriginVerdict
{
    /// <summary>The request comes from a registered origin. It is let in with CORS headers.</summary>
    Allowed,

    /// <summary>The request has no origin and needs none. It is let in without CORS headers.</summary>
    Passed,

    OriginMissing,
    OriginAmbiguous,
    OriginNull,
    OriginNotRegistered,
    RequestModeNotAllowed,
    UnsupportedMediaType,
}

/// <summary>
/// Recognizes <c>application/json</c>, with or without parameters. A page cannot send this media type across origins without a preflight.
/// </summary>
internal static class JsonMediaType
{
    private const string Json = "application/json";

    public static bool Is(StringValues contentType)
    {
        if (contentType.Count != 1 || contentType[0] is not { } value || !value.StartsWith(Json, StringComparison.OrdinalIgnoreCase))
            return false;
        if (value.Length == Json.Length || value[Json.Length] == ';')
            return true;
        var rest = value.AsSpan(Json.Length).TrimStart(" \t");
        return rest.IsEmpty || rest[0] == ';';
    }
}
