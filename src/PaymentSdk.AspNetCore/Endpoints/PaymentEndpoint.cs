using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
    /// Maps one endpoint. It reads its request itself, because a parameter that cannot be bound is answered with an empty 400 in Production
    /// (docs/spec/http.md §1).
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

    /// <summary>Writes the answer completely. A token that fires from here on would leave the answer empty.</summary>
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
            call.Log.LedgerAway(exception);
            return call.WasEnded ? Unknown(call) : OrderProblems.OrderUnavailable();
        }
        catch (OperationCanceledException) when (call.Ended.IsCancellationRequested && !call.HasBrowserLeft)
        {
            return Unknown(call);
        }
    }

    private static Problem Unknown(PaymentCall call)
    {
        call.Log.EndedUnknown();
        return OrderProblems.OutcomeUnknown();
    }
}
