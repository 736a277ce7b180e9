using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>
/// The behavior that all endpoints of the operators' page share. Authorization runs first, and nothing in the request is read before it.
/// </summary>
internal static class OperatorEndpoint
{
    /// <summary>Maps an endpoint that reads. A null result is answered with 404.</summary>
    public static void MapRead<TAnswer>(this RouteGroupBuilder page, string pattern, string merchant, Func<OperatorCall, Task<TAnswer?>> read)
        where TAnswer : class
    {
        var type = (JsonTypeInfo<TAnswer>)OperatorJson.Answers.GetTypeInfo(typeof(TAnswer))!;
        page.MapOperator("GET", pattern, context => RunAsync(new OperatorCall(context, merchant, new OperatorRequest()), async call =>
            await read(call).ConfigureAwait(false) is { } answer ? TypedResults.Json(answer, type) : OrderProblems.NotFound()));
    }

    /// <summary>Maps an endpoint that acts. An action that has begun continues when the operator leaves the page.</summary>
    public static void MapAction(this RouteGroupBuilder page, string pattern, string merchant, Func<OperatorCall, Task<Told>> act) =>
        page.MapOperator("POST", pattern, context => AnswerActionAsync(context, merchant, act));

    /// <summary>Maps one endpoint with the headers that all endpoints have.</summary>
    public static void MapOperator(this RouteGroupBuilder page, string method, string pattern, RequestDelegate answer, OperatorHeaders? headers = null)
    {
        headers ??= OperatorHeaders.NoStore;
        var endpoint = page.MapMethods(pattern, [method], context =>
        {
            headers.Write(context.Response.Headers);
            return answer(context);
        }).WithMetadata(headers, OwnCorsMetadata.Instance, PaymentEndpointMetadata.Instance);
        // A script gets 401. Only a person is redirected to the sign-in page.
        if (pattern.StartsWith("api", StringComparison.Ordinal))
            endpoint.DisableCookieRedirect();
    }

    private static async Task AnswerActionAsync(HttpContext context, string merchant, Func<OperatorCall, Task<Told>> act)
    {
        if (!IsFromOwnPage(context.Request))
        {
            await RefuseAsync(context, RequestProblems.RequestModeNotAllowed("Only the operators' page itself may send this request, which came from another page. Behind a proxy, let it forward host and scheme and call UseForwardedHeaders.")).ConfigureAwait(false);
            return;
        }

        var (request, refusal) = await ReadAsync(context).ConfigureAwait(false);
        await (refusal is null
            ? RunAsync(new OperatorCall(context, merchant, request!), call => ActAsync(call, act))
            : RefuseAsync(context, refusal)).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns true if the request comes from the page itself. A page cannot change the headers in which its browser names the sender. The Origin
    /// is compared because another port of this host is the same site and would send the cookie. Sec-Fetch-Site is read because a proxy that speaks
    /// https may not forward the scheme.
    /// </summary>
    private static bool IsFromOwnPage(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        || request.Headers["Sec-Fetch-Site"] == "same-origin";

    private static async Task<(OperatorRequest? Request, Problem? Refusal)> ReadAsync(HttpContext context)
    {
        try
        {
            var (bytes, refusal) = await JsonBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            if (refusal is not null || bytes.IsEmpty)
                return (new OperatorRequest(), refusal);
            return JsonSerializer.Deserialize(bytes.Span, OperatorJson.Answers.OperatorRequest) is { } request
                ? (request, null)
                : (null, RequestProblems.Malformed("The body is not a JSON object."));
        }
        catch (JsonException fault)
        {
            return (null, RequestProblems.Malformed($"The body cannot be read as JSON of this address (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})."));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return (null, RequestProblems.Malformed("The body did not arrive completely."));
        }
    }

    private static async Task RunAsync(OperatorCall call, Func<OperatorCall, Task<IResult>> answer)
    {
        IResult result;
        try
        {
            result = await answer(call).ConfigureAwait(false);
        }
        catch (LedgerException unavailable)
        {
            call.Log.LedgerUnavailable(unavailable);
            result = OperatorProblems.LedgerUnavailable();
        }
        catch (OperationCanceledException) when (call.Left.IsCancellationRequested)
        {
            call.Context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        await result.ExecuteAsync(call.Context).ConfigureAwait(false);
    }

    /// <summary>Runs an action. An invalid request and an unavailable ledger or API are reported in the same form as an outcome.</summary>
    private static async Task<IResult> ActAsync(OperatorCall call, Func<OperatorCall, Task<Told>> act)
    {
        try
        {
            return Tell(await act(call).ConfigureAwait(false), StatusCodes.Status200OK);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return Tell(new Told(false, "invalid", WithoutParameter(wrong.Message)), StatusCodes.Status400BadRequest);
        }
        catch (LedgerException unavailable)
        {
            call.Log.LedgerUnavailable(unavailable);
            return Tell(new Told(false, "ledger-unavailable", unavailable.Message), StatusCodes.Status503ServiceUnavailable);
        }
        catch (PaymentException unavailable)
        {
            return Tell(new Told(false, "api-unavailable", unavailable.Message), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static JsonHttpResult<Told> Tell(Told told, int status) => TypedResults.Json(told, OperatorJson.Answers.Told, statusCode: status);

    private static string WithoutParameter(string message) =>
        message.LastIndexOf(" (Parameter '", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;

    private static Task RefuseAsync(HttpContext context, Problem refusal)
    {
        SafeLogger.Of(context.RequestServices, OperatorCall.LogCategory).Refused(refusal.Status, refusal.Slug, refusal.Detail);
        return refusal.ExecuteAsync(context);
    }
}

/// <summary>One request to the operators' page.</summary>
internal sealed record OperatorCall(HttpContext Context, string Merchant, OperatorRequest Request)
{
    public const string LogCategory = "PaymentSdk.AspNetCore.Operator";

    private const int LongestActor = 64;

    /// <summary>The token that fires when the operator leaves the page. It cancels reads only; an action continues.</summary>
    public CancellationToken Left => Context.RequestAborted;

    /// <summary>The name of the signed-in user in a form that the journal can store; null if the user has none.</summary>
    public string? User => Context.User.Identity is { IsAuthenticated: true, Name: { } name } && !string.IsNullOrWhiteSpace(name) ? StorableText.Describe(name.Trim(), LongestActor) : null;

    /// <summary>The actor for the journal: the signed-in user, otherwise the name that was typed on the page.</summary>
    /// <exception cref="ArgumentException">No user is signed in, and the journal cannot store the typed name.</exception>
    public string Actor => User ?? (Request.Who?.Trim() is { } typed && StorableText.IsReadable(typed, LongestActor)
        ? typed
        : throw new ArgumentException($"The name of the actor must have 1 to {LongestActor} characters and no control characters."));

    public string Why => Request.Why ?? "";

    public ILogger Log => SafeLogger.Of(Context.RequestServices, LogCategory);

    public TService Get<TService>()
        where TService : notnull => Merchant.Length == 0
        ? Context.RequestServices.GetRequiredService<TService>()
        : Context.RequestServices.GetRequiredKeyedService<TService>(Merchant);

    public bool TryGetOrderId(out OrderId orderId) => OrderId.TryParse(Context.Request.RouteValues["orderId"] as string, out orderId, out _);

    /// <summary>Returns the address of the buyer's page of the order; null if the shop has no merchant origins and therefore no such page.</summary>
    public string? BuyerPageOf(Purchase purchase, OrderId orderId) => Context.RequestServices.GetService<MerchantOriginStores>()?.Find(Merchant) is null
        ? null
        : ResultRedirect.AddressOf(new PaymentCall(Context, Merchant, ""), orderId, purchase.ResultPage);
}

/// <summary>Refusals that only the operators' page receives.</summary>
internal static class OperatorProblems
{
    public static Problem LedgerUnavailable() => new(StatusCodes.Status503ServiceUnavailable, "ledger-unavailable", "The ledger cannot be read right now.")
    {
        Detail = "Nothing was changed. Check the ledger's database, and ask again.",
    };
}

/// <summary>
/// The headers of an endpoint of the page. They are also endpoint metadata, so that they can replace what the host writes on all its answers.
/// </summary>
internal sealed record OperatorHeaders(string CacheControl)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    public static OperatorHeaders NoStore { get; } = new("no-store");

    /// <summary>The headers for files of the package. The browser revalidates each time and gets 304 when nothing has changed.</summary>
    public static OperatorHeaders Revalidate { get; } = new("private, no-cache");

    /// <summary>Writes the headers again, to replace those that the host writes on all its answers.</summary>
    public static void Keep(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OperatorHeaders>()?.Write(context.Response.Headers);

    public void Write(IHeaderDictionary headers)
    {
        headers.CacheControl = CacheControl;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex";
    }
}
