using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// A refusal as a short page for a person at the browser, in Korean and English, with a way back (docs/spec/http.md §4). It repeats nothing from the
/// request, because anyone can compose such an address.
/// </summary>
internal sealed class BuyerPage(int status, int? retryAfterSeconds, BuyerPageText text, string wayBack) : IResult
{
    private const string Style =
        "body{margin:0;font:17px/1.6 system-ui,sans-serif;color:#222;background:#f6f4ef;word-break:keep-all}"
        + "main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1,h2{font-size:1.3rem;margin:0 0 .4rem}section+section{margin-top:2rem}"
        + "p{margin:0}p+p{margin-top:.5rem}.ways{margin-top:2.5rem;display:flex;flex-wrap:wrap;gap:1rem}a{color:inherit}"
        + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1c1b19}}";

    // A payment can be confirmed for ten minutes after the buyer authenticated it. The page checks by fetch instead of a reload, because the error
    // page of a proxy, sent while the shop restarts, would replace this page and end the checks.
    private const string Script =
        "addEventListener('load',()=>{stop();const end=Date.now()+9*60000,show=on=>{for(const p of document.querySelectorAll('[data-asking]'))p.hidden=(p.dataset.asking==='yes')!==on};"
        + "const ask=async()=>{if(Date.now()>=end)return show(false);"
        + "try{const a=await fetch(location.href,{redirect:'manual',cache:'no-store',headers:{accept:'text/html'},signal:AbortSignal.timeout(30000)});"
        + "if(a.type==='opaqueredirect'||a.status<500)return location.reload()}catch{}"
        + "setTimeout(ask,5000)};show(true);setTimeout(ask,5000)})";

    private static readonly string Policy = $"default-src 'none'; style-src {Hash(Style)}; base-uri 'none'; form-action 'none'";
    private static readonly string AskingPolicy = $"default-src 'none'; style-src {Hash(Style)}; script-src {Hash(Script)}; connect-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// Returns the result in the form that its reader can use. For a person, a problem becomes a page. Every other result is unchanged.
    /// </summary>
    public static async Task<IResult> ReadableAsync(PaymentCall call, Func<Task<IResult>> answer)
    {
        if (!IsForPerson(call.Request))
            return await answer().ConfigureAwait(false);
        try
        {
            return await answer().ConfigureAwait(false) switch
            {
                Problem problem => new BuyerPage(problem.Status, problem.RetryAfterSeconds, BuyerPageText.Of(problem.Text), ResultRedirect.HomeOf(call)),
                var result => result,
            };
        }
#pragma warning disable CA1031 // After any failure, a person who may have paid must see a page with advice instead of an empty one.
        catch (Exception failure) when (!call.HasBrowserLeft)
#pragma warning restore CA1031
        {
            call.Log.VisitFailed(failure);
            return new BuyerPage(StatusCodes.Status500InternalServerError, null, BuyerPageText.Failed, ResultRedirect.HomeOf(call));
        }
    }

    /// <summary>
    /// Restores the page's own headers where the host has overwritten them. The headers of the host could block the script of the page, or send its
    /// address to a page that a link opens.
    /// </summary>
    public static void KeepHeaders(HttpContext context)
    {
        if (context.Features.Get<BuyerPage>() is { } page)
            page.WriteHeaders(context.Response.Headers);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        WriteHeaders(response.Headers);
        httpContext.Features.Set(this);
        if (retryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.WriteAsync(Html(), Encoding.UTF8, httpContext.RequestAborted);
    }

    private void WriteHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = text.AskAgain ? AskingPolicy : Policy;
    }

    private string Html() =>
        $"""
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        {(text.AskAgain ? "<meta http-equiv=\"refresh\" content=\"5\">" : "")}
        <title>{text.Korean.Title} · {text.English.Title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <section><h1>{text.Korean.Title}</h1><p>{text.Korean.Words}</p>{Asking("이 화면에서 5초마다 결제 결과를 자동으로 다시 확인합니다.", "자동 확인을 멈췄습니다. 다시 결제하지 마시고 상점에 문의해 주세요.")}</section>
        <section lang="en"><h2>{text.English.Title}</h2><p>{text.English.Words}</p>{Asking("This page checks the same payment again every 5 seconds.", "This page has stopped checking. Please do not pay again, and ask the shop.")}</section>
        <p class="ways">{AskAgain()}<a href="{HtmlEncoder.Default.Encode(wayBack)}">상점으로 돌아가기 · <span lang="en">Back to the shop</span></a></p>
        </main>
        {(text.AskAgain ? $"<script>{Script}</script>" : "")}
        </body>
        </html>

        """;

    private string Asking(string asks, string stopped) => text.AskAgain ? $"<p data-asking=\"yes\" role=\"status\">{asks}</p><p data-asking=\"no\" role=\"status\" hidden>{stopped}</p>" : "";

    // An empty address is the address of this page. It keeps the payment key and the order id without writing them here.
    private string AskAgain() => text.AskAgain ? "<a href=\"\">다시 확인하기 · <span lang=\"en\">Check again</span></a>" : "";

    private static string Hash(string inline) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}'";

    /// <summary>
    /// Returns true if the request accepts text/html by name, and for every navigation whose request does not name JSON. Some in-app browsers accept
    /// any media type without naming one.
    /// </summary>
    private static bool IsForPerson(HttpRequest request)
    {
        var accepted = MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types) ? types : [];
        return accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && (type.Quality ?? 1) > 0)
            || request.Headers["Sec-Fetch-Mode"] == "navigate" && !accepted.Any(IsJson);
    }

    private static bool IsJson(MediaTypeHeaderValue type) => type.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);
}
