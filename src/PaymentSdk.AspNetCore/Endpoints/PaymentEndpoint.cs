using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The behavior that all payment endpoints share: the common headers, and the answers when the ledger is unavailable or the request ended early.
/// </summary>
internal static class PaymentEndpoint
{
    /// <summary>
    /// Maps one endpoint. The endpoint reads its request itself, because ASP.NET Core answers a parameter that it cannot bind with an empty 400
    /// in Production (docs/spec/http.md §1).
    /// </summary>
    public static IEndpointConventionBuilder MapPayment(
        this IEndpointRouteBuilder endpoints, string method, string pattern, string merchant, Func<PaymentCall, Task<IResult>> handle)
    {
        var answer = (PaymentCall call) => AnswerAsync(call, handle);
        return endpoints.MapMethods(pattern, [method], context => RunAsync(context, pattern, merchant, answer)).WithMetadata(PaymentEndpointMetadata.Instance);
    }

    /// <summary>Maps an address that a person's browser opens. A refusal there is a page that a person can read (docs/spec/http.md §4).</summary>
    public static IEndpointConventionBuilder MapVisit(
        this IEndpointRouteBuilder endpoints, string pattern, string merchant, Func<PaymentCall, Task<IResult>> handle)
    {
        var answer = (PaymentCall call) => BuyerPage.ReadableAsync(call, () => AnswerAsync(call, handle));
        return endpoints.MapMethods(pattern, ["GET"], context => RunAsync(context, pattern, merchant, answer)).WithMetadata(PaymentEndpointMetadata.Instance);
    }

    /// <summary>Maps every other method of such an address and of all paths below it, because routing's own 405 would be an empty page.</summary>
    public static IEndpointConventionBuilder MapOtherMethods(this IEndpointRouteBuilder endpoints, string pattern, string merchant)
    {
        var answer = (PaymentCall call) => BuyerPage.ReadableAsync(call, () => AnswerAsync(call, RefuseMethod));
        return endpoints.Map(pattern, context => RunAsync(context, pattern, merchant, answer)).WithMetadata(PaymentEndpointMetadata.Instance);
    }

    /// <summary>Maps the addresses below the prefix that were probably meant to be such an address, after every route of the host.</summary>
    public static void MapNearMisses(this IEndpointRouteBuilder endpoints, string merchant)
    {
        var answer = (PaymentCall call) => BuyerPage.ReadableAsync(call, () => AnswerAsync(call, NearMiss.HandleAsync));
        endpoints.Map(NearMiss.Route, context => RunAsync(context, NearMiss.Pattern, merchant, answer))
            .WithMetadata(PaymentEndpointMetadata.Instance)
            .WithOrder(int.MaxValue);
    }

    private static Task<IResult> RefuseMethod(PaymentCall call)
    {
        call.Context.Response.Headers.Allow = HttpMethods.Get;
        return Task.FromResult<IResult>(RequestProblems.MethodNotAllowed());
    }

    private static async Task RunAsync(HttpContext context, string pattern, string merchant, Func<PaymentCall, Task<IResult>> answer)
    {
        CommonHeaders.Write(context.Response.Headers);
        MerchantOriginGuard.KeepOutOfOutputCache(context);
        var call = new PaymentCall(context, merchant, PaymentAddress.PathBefore(context.Request, pattern));
        IResult result;
        try
        {
            result = await answer(call).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.HasBrowserLeft)
        {
            call.Log.BrowserLeft();
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        await WriteAsync(context, result).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes the answer without the cancellation token of the request, which would leave the answer empty if it were canceled now.
    /// </summary>
    private static async Task WriteAsync(HttpContext context, IResult result)
    {
        var ended = context.RequestAborted;
        context.RequestAborted = CancellationToken.None;
        try
        {
            await result.ExecuteAsync(context).ConfigureAwait(false);
        }
        finally
        {
            context.RequestAborted = ended;
        }
    }

    private static async Task<IResult> AnswerAsync(PaymentCall call, Func<PaymentCall, Task<IResult>> handle)
    {
        try
        {
            var result = await handle(call).ConfigureAwait(false);
            if (call.WasEnded && result is Problem { Slug: "order-unavailable" })
                return Unknown(call);
            if (result is Problem { IsOutcome: false } refusal)
                call.Log.Refused(refusal.Status, refusal.Slug, refusal.Detail);
            return result;
        }
        catch (LedgerException exception)
        {
            call.Log.LedgerUnavailable(exception);
            return call.WasEnded ? Unknown(call) : OrderProblems.OrderUnavailable();
        }
        catch (OperationCanceledException) when (call.Ended.IsCancellationRequested && !call.HasBrowserLeft)
        {
            return Unknown(call);
        }
    }

    private static Problem Unknown(PaymentCall call)
    {
        call.Log.EndedUnknown($"{call.SettingsPath}:{nameof(PaymentSdkOptions.Wait)}");
        return OrderProblems.OutcomeUnknown();
    }
}

/// <summary>
/// Matches the addresses below the prefix that were meant to be <c>success</c> or <c>fail</c> but that routing does not match: with a second or an
/// escaped slash, a path parameter (<c>success;x</c>), a <c>&amp;</c> in place of <c>?</c>, or a trailing space or dot. It is a constraint, not a
/// plain catch-all, so that every other address below the prefix (e.g. a shop's own page <c>/payments/history</c>) stays with the host and the
/// host's
/// own routes take precedence (decision 0083).
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

    /// <summary>Returns the same answer as for a longer path of <c>success</c> or <c>fail</c>, e.g. <c>success/x</c>.</summary>
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

/// <summary>
/// The addresses of the payment endpoints as the browser sees them, including groups, the route parameters of a prefix, and the path base.
/// </summary>
internal static class PaymentAddress
{
    /// <summary>
    /// Returns the path before <paramref name="pattern"/> in this request, escaped and without the path base. The browser reached this path, so it
    /// can reach it again.
    /// </summary>
    public static string PathBefore(HttpRequest request, string pattern)
    {
        var path = request.Path.Value.AsSpan().TrimEnd('/');
        for (var segments = pattern.Count(character => character == '/') + 1; segments > 0; segments--)
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        return new PathString(path.ToString()).ToUriComponent();
    }

    /// <summary>
    /// Returns the part before every path of this application in a browser, escaped and without a trailing slash: the path of
    /// <see cref="PaymentSdkOptions.PublicAddress"/>, otherwise the path base of the request.
    /// </summary>
    public static string Base(PaymentCall call) =>
        OneSlash(call.Settings is { PublicAddress: not null } settings ? settings.PublicPath : call.Request.PathBase.ToUriComponent());

    /// <summary>Returns the address at which the state of an order is read.</summary>
    public static string Order(PaymentCall call, OrderId orderId) => $"{Base(call)}{call.Path}/orders/{Uri.EscapeDataString(orderId.Value)}";

    // A forwarded prefix of "//evil.example", or of "/" alone, would turn the path that follows into the address of another host.
    private static string OneSlash(string path) => path.Trim('/') is { Length: > 0 } inner ? $"/{inner}" : "";
}
