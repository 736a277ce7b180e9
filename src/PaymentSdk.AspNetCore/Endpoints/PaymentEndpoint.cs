using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What is the same around every payment endpoint: the common headers, an unavailable ledger, a browser that left.</summary>
internal static class PaymentEndpoint
{
    /// <summary>Maps one endpoint. It reads its request itself: bound parameters answer an empty 400 in Production (http.md §1).</summary>
    public static IEndpointConventionBuilder MapPayment(
        this IEndpointRouteBuilder endpoints, string method, string pattern, string merchant, Func<PaymentCall, Task<IResult>> handle)
    {
        var answer = (PaymentCall call) => AnswerAsync(call, handle);
        return endpoints.MapMethods(pattern, [method], context => RunAsync(context, pattern, merchant, answer)).WithMetadata(PaymentEndpointMetadata.Instance);
    }

    /// <summary>Maps an address that a person's browser opens: there a refusal is a page to read (http.md §4).</summary>
    public static IEndpointConventionBuilder MapVisit(
        this IEndpointRouteBuilder endpoints, string pattern, string merchant, Func<PaymentCall, Task<IResult>> handle)
    {
        var answer = async (PaymentCall call) => BuyerPage.Readable(call, await AnswerAsync(call, handle).ConfigureAwait(false));
        return endpoints.MapMethods(pattern, ["GET"], context => RunAsync(context, pattern, merchant, answer)).WithMetadata(PaymentEndpointMetadata.Instance);
    }

    private static async Task RunAsync(HttpContext context, string pattern, string merchant, Func<PaymentCall, Task<IResult>> answer)
    {
        CommonHeaders.Write(context.Response.Headers);
        var call = new PaymentCall(context, merchant, PaymentAddress.PrefixOf(context.Request, pattern));
        try
        {
            var result = await answer(call).ConfigureAwait(false);
            await result.ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            call.Log.BrowserLeft();
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    }

    private static async Task<IResult> AnswerAsync(PaymentCall call, Func<PaymentCall, Task<IResult>> handle)
    {
        try
        {
            var result = await handle(call).ConfigureAwait(false);
            if (result is Problem refusal)
                call.Log.Refused(refusal.Status, refusal.Slug, refusal.Detail);
            return result;
        }
        catch (LedgerException exception)
        {
            call.Log.LedgerAway(exception);
            return OrderProblems.OrderUnavailable();
        }
    }
}
