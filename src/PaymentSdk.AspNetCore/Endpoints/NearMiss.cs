using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Matches the addresses below the prefix that were meant to be <c>success</c> or <c>fail</c> but that routing does not match: with a second or an
/// escaped slash, a path parameter (<c>success;x</c>), a <c>&amp;</c> in place of <c>?</c>, or a space or a dot at the end. It is a constraint and
/// not a plain catch-all. Every other address below the prefix (<c>/payments/history</c> of a shop's own pages) stays with the host, and the host's
/// own routes come first (0083).
/// </summary>
internal sealed class NearMiss : IRouteConstraint
{
    /// <summary>The route pattern that is mapped, relative to the prefix.</summary>
    public const string Pattern = "{**rest}";

    private const string Parameter = "rest";
    private const string Success = "success";
    private const string Fail = "fail";

    private static readonly string[] Leading = ["/", "\\", "%2F", "%5C", " "];

    /// <summary>The route that matches such addresses.</summary>
    public static RoutePattern Route { get; } =
        RoutePatternFactory.Parse(Pattern, defaults: null, parameterPolicies: new RouteValueDictionary { [Parameter] = new NearMiss() });

    /// <summary>Gives the answer that a longer path of <c>success</c> or <c>fail</c> (e.g. <c>success/x</c>) gets.</summary>
    public static Task<IResult> HandleAsync(PaymentCall call) =>
        IsNear(call.Request.RouteValues[Parameter] as string, Success) ? SuccessEndpoint.RefusePathAsync(call) : FailEndpoint.HandleAsync(call);

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        routeDirection == RouteDirection.IncomingRequest
        && httpContext is not null && HttpMethods.IsGet(httpContext.Request.Method)
        && values[routeKey] is string rest && (IsNear(rest, Success) || IsNear(rest, Fail));

    private static bool IsNear(ReadOnlySpan<char> rest, string word)
    {
        var wanted = Unslashed(rest);
        return wanted.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (wanted.Length == word.Length || Ends(wanted[word.Length..]));
    }

    private static ReadOnlySpan<char> Unslashed(ReadOnlySpan<char> rest)
    {
        for (var index = 0; index < Leading.Length; index++)
        {
            if (!rest.StartsWith(Leading[index], StringComparison.OrdinalIgnoreCase))
                continue;
            rest = rest[Leading[index].Length..];
            index = -1;
        }

        return rest;
    }

    // "success-stories", "successful" and "success.html" are the shop's own names.
    private static bool Ends(ReadOnlySpan<char> tail) =>
        tail[0] == '.' ? !tail.ContainsAnyExcept('.') : !(char.IsLetterOrDigit(tail[0]) || tail[0] is '-' or '_' or '~' or '+');
}
