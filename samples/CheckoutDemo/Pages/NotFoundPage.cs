using Microsoft.AspNetCore.Diagnostics;

namespace CheckoutDemo.Pages;

/// <summary>The page for a visitor who opens a URL that does not exist. URLs that scripts call keep their own answers.</summary>
internal static class NotFoundPage
{
    private static readonly PathString[] CalledByScript = ["/api", "/payments", "/openapi", "/health"];

    /// <summary>Replaces only an answer without a body, because an endpoint that explains its 404 has written a body.</summary>
    public static async Task ShowAsync(StatusCodeContext missing)
    {
        var context = missing.HttpContext;
        var (request, response) = (context.Request, context.Response);
        if (response.StatusCode != StatusCodes.Status404NotFound || !IsVisit(request))
            return;
        response.ContentType = "text/html; charset=utf-8";
        var root = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootPath;
        await response.SendFileAsync(Path.Combine(root, "not-found.html"), context.RequestAborted);
    }

    private static bool IsVisit(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Array.Exists(CalledByScript, prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
        && (request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString() is var accept && (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal)));
}
