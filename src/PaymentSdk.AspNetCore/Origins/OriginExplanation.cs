using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Explains in plain words why a request was refused and what to do about it (docs/spec/origins.md §5).</summary>
/// <param name="Slug">The last part of the problem's type, which names the rule.</param>
/// <param name="Title">What happened. It is the same for every request.</param>
/// <param name="Detail">The cause, and what to do next.</param>
/// <param name="Diagnosis">How the origin differs from the registered ones; null if the refusal has another cause.</param>
internal sealed record OriginExplanation(string Slug, string Title, string Detail, OriginDiagnosis? Diagnosis = null)
{
    private static readonly OriginExplanation Missing = new("origin-missing", "The request names no origin.",
        "Browsers send the Origin header automatically. To let native apps and servers call without it, set AllowRequestsWithoutOrigin.");

    private static readonly OriginExplanation Removed = new("origin-missing", "The request names no origin.",
        "A browser sent this request, and browsers put an Origin header on it: something between the browser and this server removed it, most likely a CDN or a proxy. Let it pass the Origin header on unchanged.")
    {
        IsPublic = true,
    };

    private static readonly OriginExplanation NotByCors = new("origin-missing", "The request names no origin.",
        "A page of another site asked without CORS, e.g. by a link, an image or mode: 'no-cors'. Call it by fetch from a page of a registered origin.");

    private static readonly OriginExplanation Ambiguous = new("origin-ambiguous", "The request names more than one origin.",
        "There are several Origin headers. Look for a proxy that adds one.");

    private static readonly OriginExplanation Null = new("origin-null", "The request comes from a page without an origin.",
        "Sandboxed frames, local files and redirected requests have the origin 'null', which anyone can produce. Serve the page over https, unsandboxed.");

    private static readonly OriginExplanation RequestMode = new("request-mode-not-allowed", "The request was not made by fetch in CORS mode.",
        "Form posts, links and mode: 'no-cors' cannot be used here. Call it by fetch with a JSON body.");

    private static readonly OriginExplanation MediaType = new("unsupported-media-type", "The body is not application/json.",
        "Send the body with the header Content-Type: application/json.");

    /// <summary>
    /// Whether the detail is sent in every environment. This is allowed for a detail that describes the network path of the request and reveals no
    /// registered origin.
    /// </summary>
    public bool IsPublic { get; private init; }

    public static OriginExplanation Of(HttpRequest request, OriginVerdict verdict, MerchantOriginSnapshot registered) => verdict switch
    {
        OriginVerdict.OriginMissing => OfMissing(request),
        OriginVerdict.OriginAmbiguous => Ambiguous,
        OriginVerdict.OriginNull => Null,
        OriginVerdict.RequestModeNotAllowed => RequestMode,
        OriginVerdict.UnsupportedMediaType => MediaType,
        OriginVerdict.OriginNotRegistered => NotRegistered(registered.Diagnose(request.Headers.Origin.ToString())),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "This verdict lets the request in."),
    };

    private static OriginExplanation OfMissing(HttpRequest request)
    {
        if (!IsFromBrowser(request.Headers))
            return Missing;
        // A browser omits the Origin header only from reads without CORS.
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isRead && request.Headers["Sec-Fetch-Mode"] != "cors" ? NotByCors : Removed;
    }

    private static bool IsFromBrowser(IHeaderDictionary headers) =>
        headers.ContainsKey("Sec-Fetch-Site") || headers.ContainsKey("Sec-Fetch-Mode")
        || headers.UserAgent.ToString().StartsWith("Mozilla/", StringComparison.Ordinal);

    private static OriginExplanation NotRegistered(OriginDiagnosis diagnosis) =>
        new("origin-not-registered", "The request comes from an origin that is not registered.", diagnosis.ToString(), diagnosis);
}
