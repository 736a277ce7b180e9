using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Maps the gateway's own controls, for callers that <see cref="ControlGuard"/> admits.</summary>
internal static class ControlEndpoints
{
    private const string _unknown =
        "There is no such control. Use POST or GET /sandbox/payments; "
        + "POST /sandbox/payments/{paymentKey}/deposit, /reverse, /expire, /cancel or /decide-cancel; "
        + "POST /sandbox/billing-auths, /sandbox/brandpay-codes or /sandbox/brandpay-methods; "
        + "POST /sandbox/payouts/{id}/complete or /fail; POST /sandbox/sellers/{id}/status; "
        + "PUT or DELETE /sandbox/faults; GET or PUT /sandbox/webhooks; POST /sandbox/clock.";

    public static void MapControls(this IEndpointRouteBuilder app)
    {
        var controls = app.MapGroup("/sandbox").AddEndpointFilter<ControlGuard>();
        controls.MapPost("/payments", PaymentControls.AuthenticateAsync);
        controls.MapGet("/payments", PaymentControls.ReadPayments);
        controls.MapPost("/payments/{paymentKey}/deposit", PaymentControls.Deposit);
        controls.MapPost("/payments/{paymentKey}/reverse", PaymentControls.Reverse);
        controls.MapPost("/payments/{paymentKey}/expire", PaymentControls.Expire);
        controls.MapPost("/payments/{paymentKey}/decide-cancel", PaymentControls.DecideCancel);
        controls.MapPost("/payments/{paymentKey}/cancel", PaymentControls.CancelAsync);
        controls.MapPost("/billing-auths", BillingControls.AuthenticateAsync);
        controls.MapPost("/brandpay-codes", BrandPayControls.SignInAsync);
        controls.MapPost("/brandpay-methods", BrandPayControls.RegisterAsync);
        controls.MapPost("/payouts/{id}/complete", PayoutControls.Complete);
        controls.MapPost("/payouts/{id}/fail", PayoutControls.Fail);
        controls.MapPost("/sellers/{id}/status", PayoutControls.JudgeAsync);
        controls.MapPut("/faults", FaultControls.ArmAsync);
        controls.MapDelete("/faults", FaultControls.Clear);
        controls.MapGet("/webhooks", WebhookControls.Read);
        controls.MapPut("/webhooks", WebhookControls.SetTargetAsync);
        controls.MapPost("/clock", ClockControls.AdvanceAsync);
        controls.Map("/{**rest}", () => ControlAnswer.Error(StatusCodes.Status404NotFound, _unknown));
    }
}

/// <summary>Advances the gateway's clock.</summary>
internal static class ClockControls
{
    private const string _takes = "{advance: \"[d.]hh:mm:ss\"}, not negative and at most 36500 days in all, such as {\"advance\": \"00:11:00\"}";

    public static async Task<IResult> AdvanceAsync(HttpContext context, SandboxClock clock)
    {
        var body = await ControlBody.ReadAsync<ClockBody>(context, _takes).ConfigureAwait(false);
        if (!TimeSpan.TryParse(body.Advance, CultureInfo.InvariantCulture, out var by) || !clock.TryAdvance(by))
            throw new ControlFormatException($"'{body.Advance}' is not a time to advance by. The control takes {_takes}.");
        return ControlAnswer.Ok(new JsonObject { ["now"] = Korea.Time(clock.GetUtcNow()) });
    }

    private sealed record ClockBody(string? Advance = null);
}
