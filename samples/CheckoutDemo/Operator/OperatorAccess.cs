using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CheckoutDemo.Operator;

/// <summary>Allows only callers with the token of the demo to reach an endpoint.</summary>
internal static class OperatorAccessExtensions
{
    /// <summary>
    /// Wraps the endpoint instead of adding a filter, so that no part of the request is read before the check. Exempts it from ASP.NET Core's
    /// authorization.
    /// </summary>
    public static void RequireOperatorToken(this IEndpointConventionBuilder endpoints)
    {
        endpoints.AllowAnonymous();
        endpoints.Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => context.RequestServices.GetRequiredService<OperatorAccess>().RunAsync(context, inner);
        });
    }
}

/// <summary>
/// Decides who can open the operator's page: only a browser that opened the address that the shop prints at start, which contains the token. A
/// loopback address is not sufficient, because a proxy on this machine forwards requests from anyone. A GET request from any
/// other caller is answered with 404, as if the page did not exist.
/// </summary>
internal sealed class OperatorAccess
{
    public const string Setting = "Demo:OperatorToken";

    private const int LeastCharacters = 8;
    private const string HowTo = "Open the operator's page at the address that the shop printed when it started. The address contains the token.";

    private readonly byte[] _session;

    public OperatorAccess(IConfiguration configuration)
    {
        Token = configuration[Setting] is { Length: > 0 } fixedOne ? fixedOne : RandomNumberGenerator.GetHexString(40, lowercase: true);
        // The cookie holds a hash of the token, so it opens only the page of the shop with this token. It stays valid after a restart if the token
        // is configured.
        _session = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "operator session"u8)));
    }

    public string Token { get; }

    /// <summary>Returns the fault of the configured token; null if it is valid or not configured.</summary>
    public static string? Fault(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } token && (token.Length < LeastCharacters || !token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~'))
            ? $"{Setting} must have {LeastCharacters} or more characters: letters, digits, '-', '.', '_' and '~'. If it is not set, the shop creates one at every start."
            : null;

    /// <summary>Runs the operator's request if it is allowed. No part of the request is read before that decision.</summary>
    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        // Pages on other ports of this host are same-site, so the browser would send the cookie with their requests.
        if (!HttpMethods.IsGet(request.Method) && request.Headers.Origin != $"{request.Scheme}://{request.Host.Value}")
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Only the operator's page itself may do this.").ExecuteAsync(context);
        if (HttpMethods.IsGet(request.Method) && IsSame(request.Query["token"].ToString(), Encoding.UTF8.GetBytes(Token)))
            return LetIn(context);
        return IsSame(request.Cookies[CookieName(context)] ?? "", _session) ? next(context) : RefuseAsync(context);
    }

    /// <summary>
    /// Returns the name of the cookie. Browsers send a cookie to every port of a host, so the name contains the port to keep two shops apart.
    /// </summary>
    private static string CookieName(HttpContext context) => $"operator-{context.Connection.LocalPort}";

    private Task LetIn(HttpContext context)
    {
        context.Response.Cookies.Append(CookieName(context), Encoding.ASCII.GetString(_session), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
        });
        // The redirect removes the token from the address bar and the history.
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = (context.Request.PathBase + context.Request.Path).ToUriComponent();
        return Task.CompletedTask;
    }

    private static bool IsSame(string given, ReadOnlySpan<byte> expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected);

    private static Task RefuseAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: HowTo).ExecuteAsync(context);
        // The browser does not send the cookie when it follows a link from another site. It sends the cookie when it follows the link on this page.
        var again = WebUtility.HtmlEncode(context.Request.PathBase + context.Request.Path);
        return TypedResults.Text(
            $"""
            <!doctype html>
            <html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>운영 화면</title>
            <link rel="icon" href="/art/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/base.css">
            <main id="main"><p class="note">운영 화면은 상점을 시작할 때 출력된 주소(토큰 포함)로 여십시오. 이미 그 주소로 여셨다면 <a href="{again}">여기</a>를 누르십시오.</p>
            <p class="note" lang="en">{HowTo} If you have just done so, continue <a href="{again}">here</a>.</p></main></html>
            """,
            "text/html; charset=utf-8",
            statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
    }
}
