using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>GET {p}/widget[?orderId=…]</c>: returns the data with which the page loads the script and opens the window.</summary>
internal static class WidgetEndpoint
{
    public static Task<IResult> HandleAsync(PaymentCall call) => Task.FromResult(Handle(call));

    private static IResult Handle(PaymentCall call)
    {
        // The page inserts its order id, because the API omits it from the query when the buyer cancels (docs/spec/payment-api.md §9.3).
        var failing = "{orderId}";
        if (call.Request.Query.TryGetValue("orderId", out var given))
        {
            if (!OrderId.TryParse(given.Count == 1 ? given[0] : null, out var orderId, out var reason))
                return RequestProblems.Malformed($"The parameter orderId is not usable: {reason}");
            failing = Uri.EscapeDataString(orderId.Value);
        }

        var settings = call.Settings;
        var returning = call.Context.RequestServices.GetRequiredService<ReturnAddress>();
        if (returning.Find(call) is not { } address)
            return RequestProblems.PublicAddressUnusable(returning.SettingOf(call.Merchant));
        return TypedResults.Json(
            new WidgetAnswer(settings.ClientKey, settings.ScriptAddress, $"{address}/success", $"{address}/fail/{failing}", settings.TestMode),
            EndpointJson.Answers.WidgetAnswer);
    }
}

/// <summary>The data with which the page loads the script and opens the window.</summary>
internal sealed record WidgetAnswer(string ClientKey, string ScriptUrl, string SuccessUrl, string FailUrl, bool TestMode);
