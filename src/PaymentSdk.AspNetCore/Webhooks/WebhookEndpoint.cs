using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Problems;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Webhooks;

namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>
/// <c>POST {p}/webhooks</c>: receives the notifications of the payment API. The API waits 10 seconds for a 200 and, without one, repeats the webhook
/// for days (docs/spec/payment-api.md §7.2). A webhook that would fail on every try is therefore also answered with 200, and is counted. The answer
/// is 503 only if a later try can succeed.
/// </summary>
internal sealed class WebhookEndpoint(string merchant, TimeProvider time)
{
    /// <summary>The time limit of a webhook. Two of the 10 seconds are left for the answer to arrive.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    /// <summary>The time limit of a body, which has a few KiB and arrives in one piece.</summary>
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(5);

    private readonly WebhookRate _rate = new(time);
    private readonly WebhookBodies _bodies = new();

    public async Task<IResult> HandleAsync(PaymentCall call)
    {
        var settings = call.Context.RequestServices.GetRequiredKeyedService<IPaymentSettingsSource>(merchant).Current;
        if (!settings.WebhookSources.Allow(call.Context.Connection.RemoteIpAddress))
        {
            Telemetry.CountWebhook(merchant, "source-not-allowed");
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!_rate.Admits(call.Context.Connection.RemoteIpAddress))
            return Later(call, "limited");
        // Only browsers send this header, and a page must not call this endpoint.
        if (call.Request.Headers.ContainsKey("Origin"))
            return RequestProblems.RequestModeNotAllowed("Webhooks come from the payment API's servers. A page calls confirm, or reads the order.");
        return await TakeAsync(call).ConfigureAwait(false);
    }

    private async Task<IResult> TakeAsync(PaymentCall call)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, call.Ended);
        try
        {
            if (call.Context.RequestServices.GetKeyedService<WebhookReceiver>(merchant) is not { } receiver)
                return Later(call, "no-ledger");
            using var body = _bodies.Begin(BodyLimit, time);
            switch (await body.ReadAsync(call.Request, end.Token).ConfigureAwait(false))
            {
                case WebhookBodyResult.TooLarge:
                    return TooLarge(call);
                case WebhookBodyResult.TooSlow:
                    return Later(call, "timed-out");
                case WebhookBodyResult.GivenUp:
                    return Later(call, "crowded-out");
            }

            var headers = call.Request.Headers;
            var transmission = new ReceivedWebhook(
                body.Bytes, headers["tosspayments-webhook-transmission-id"], headers[WebhookSignature.TimeHeader], headers[WebhookSignature.Header]);
            using var slot = await receiver.EnterAsync(end.Token).ConfigureAwait(false);
            var receipt = await receiver.ReceiveAsync(transmission, end.Token).ConfigureAwait(false);
            return receipt is WebhookReceipt.Full or WebhookReceipt.HandlerFailed ? Later(call) : TypedResults.Ok();
        }
        catch (LedgerException unavailable)
        {
            call.Log.WebhookNotStored(unavailable);
            return Later(call, "ledger-unavailable");
        }
        catch (OperationCanceledException) when (!call.HasBrowserLeft)
        {
            return Later(call, "timed-out");
        }
        catch (BadHttpRequestException)
        {
            return Later(call, "broken");
        }
    }

    // The payment API sends nothing this large, and the same body would be as large in every retry.
    private Ok TooLarge(PaymentCall call)
    {
        Telemetry.CountWebhook(merchant, "too-large");
        call.Context.Response.Headers.Connection = "close";
        return TypedResults.Ok();
    }

    /// <summary>Answers 503 without a body, which no sender reads, so that a flood is cheap. The sender's first retry is after a minute.</summary>
    private StatusCodeHttpResult Later(PaymentCall call, string? outcome = null)
    {
        if (outcome is not null)
            Telemetry.CountWebhook(merchant, outcome);
        call.Context.Response.Headers.RetryAfter = "60";
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
