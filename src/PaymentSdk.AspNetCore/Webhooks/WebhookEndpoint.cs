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
/// <c>POST {p}/webhooks</c>: the payment API tells what happened. It waits 10 seconds for a 200 and sends for days what gets
/// anything else (docs/spec/payment-api.md §7.2): what another try cannot fix is answered 200, too, and is counted; only "not now" is 503.
/// </summary>
internal sealed class WebhookEndpoint(string merchant, TimeProvider time)
{
    /// <summary>Two seconds are left for the way back.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    /// <summary>A body has a few KiB and comes in one piece.</summary>
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
        // The payment API is no browser, and a page has no business here.
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
        catch (LedgerException away)
        {
            call.Log.WebhookNotStored(away);
            return Later(call, "ledger-away");
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

    // Nothing that the payment API sends is this large, and the same body would be as large tomorrow.
    private Ok TooLarge(PaymentCall call)
    {
        Telemetry.CountWebhook(merchant, "too-large");
        call.Context.Response.Headers.Connection = "close";
        return TypedResults.Ok();
    }

    /// <summary>No one reads the body of this answer: a flood costs as little as it can. The sender's first retry is after a minute.</summary>
    private StatusCodeHttpResult Later(PaymentCall call, string? outcome = null)
    {
        if (outcome is not null)
            Telemetry.CountWebhook(merchant, outcome);
        call.Context.Response.Headers.RetryAfter = "60";
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
