using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Delivery;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Shows the webhooks that were sent or are waiting, and changes the URL to which webhooks are sent.</summary>
internal static class WebhookControls
{
    private const string _takes = "{url}, an http or https address, or null to send none";

    public static IResult Read(WebhookQueue queue) => ControlAnswer.Ok(new JsonArray([.. queue.All.Select(Show)]));

    public static async Task<IResult> SetTargetAsync(HttpContext context, WebhookTargets targets)
    {
        var body = await ControlBody.ReadAsync<TargetBody>(context, _takes).ConfigureAwait(false);
        if (SandboxOptions.WebhookFault(body.Url) is { } wrong)
            throw new ControlFormatException(wrong);
        targets.Set(body.Url);
        return ControlAnswer.Ok(new JsonObject { ["url"] = body.Url });
    }

    private static JsonObject Show(SandboxWebhook webhook) => new()
    {
        ["eventType"] = webhook.EventType,
        ["subject"] = webhook.Subject,
        ["orderId"] = webhook.OrderId,
        ["status"] = webhook.Status,
        ["transmissionId"] = webhook.TransmissionId,
        ["forged"] = webhook.IsForged,
        ["state"] = webhook.State.ToString().ToUpperInvariant(),
        ["nextTry"] = webhook.NextTry is { } next ? Korea.Time(next) : null,
        ["tries"] = new JsonArray([.. webhook.Tries.Select(Show)]),
        ["body"] = webhook.Body,
    };

    private static JsonObject Show(SandboxWebhookTry attempt) => new()
    {
        ["at"] = Korea.Time(attempt.At),
        ["status"] = attempt.Status,
        ["fault"] = attempt.Fault,
    };

    private sealed record TargetBody(string? Url = null);
}
