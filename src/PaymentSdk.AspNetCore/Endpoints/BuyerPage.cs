using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// A refusal as a short page for the person at the browser, in Korean and English, with a way back (http.md §4). It repeats nothing of
/// the request: the address can be written by anyone.
/// </summary>
internal sealed class BuyerPage(Problem problem, BuyerPageText text, string wayBack) : IResult
{
    private const string Style =
        "body{margin:0;font:17px/1.6 system-ui,sans-serif;color:#222;background:#f6f4ef}"
        + "main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1,h2{font-size:1.3rem;margin:0 0 .4rem}section+section{margin-top:2rem}"
        + "p{margin:0}.ways{margin-top:2.5rem;display:flex;flex-wrap:wrap;gap:1rem}a{color:inherit}"
        + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1c1b19}}";

    /// <summary>The result as its reader can read it: a problem becomes a page for a caller that takes HTML, everything else stays.</summary>
    public static IResult Readable(PaymentCall call, IResult result) =>
        result is Problem problem && TakesHtml(call.Request) ? new BuyerPage(problem, BuyerPageText.Of(problem.Slug), ResultRedirect.HomeOf(call)) : result;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        if (problem.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.WriteAsync(Html(), Encoding.UTF8, httpContext.RequestAborted);
    }

    private string Html() =>
        $"""
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{text.Korean.Title} · {text.English.Title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <section><h1>{text.Korean.Title}</h1><p>{text.Korean.Words}</p></section>
        <section lang="en"><h2>{text.English.Title}</h2><p>{text.English.Words}</p></section>
        <p class="ways">{AskAgain()}<a href="{HtmlEncoder.Default.Encode(wayBack)}">상점으로 돌아가기 · <span lang="en">Back to the shop</span></a></p>
        </main>
        </body>
        </html>

        """;

    // An empty address is this page's own: the same payment key and order id, without writing them here.
    private string AskAgain() => text.AskAgain ? "<a href=\"\">다시 확인하기 · <span lang=\"en\">Check again</span></a>" : "";

    private static bool TakesHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && (type.Quality ?? 1) > 0);
}
