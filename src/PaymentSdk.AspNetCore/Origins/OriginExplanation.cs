using Microsoft.AspNetCore.Http;
using PaymentSdk.Origins;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Says in plain words why a request was refused and what to do about it (origins.md §5).</summary>
internal static class OriginExplanation
{
    public static (string Slug, string Title, string Explanation) Of(HttpRequest request, OriginVerdict verdict, MerchantOriginSnapshot registered) => verdict switch
    {
        OriginVerdict.OriginMissing => ("origin-missing", "The request names no origin.",
            "Browsers send the Origin header by themselves. Let native apps and servers call without it by AllowRequestsWithoutOrigin."),
        OriginVerdict.OriginAmbiguous => ("origin-ambiguous", "The request names more than one origin.",
            "There are several Origin headers. Look for a proxy that adds one."),
        OriginVerdict.OriginNull => ("origin-null", "The request comes from a page without an origin.",
            "Sandboxed frames, local files and redirected requests have the origin 'null', which anybody can make. Serve the page over https, unsandboxed."),
        OriginVerdict.OriginNotRegistered => ("origin-not-registered", "The request comes from an origin that is not registered.",
            registered.Diagnose(request.Headers.Origin.ToString()).ToString()),
        OriginVerdict.RequestModeNotAllowed => ("request-mode-not-allowed", "The request was not made by fetch in CORS mode.",
            "Form posts, links and mode: 'no-cors' cannot be used here. Call it by fetch with a JSON body."),
        OriginVerdict.UnsupportedMediaType => ("unsupported-media-type", "The body is not application/json.",
            "Send the body with the header Content-Type: application/json."),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict lets the request in."),
    };
}
