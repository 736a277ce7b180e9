using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Simulates the window in which a customer registers a card or a bank account.</summary>
internal static class BillingControls
{
    private const string _takes = "{customerKey, method?, clientKey?}, method CARD or TRANSFER";

    public static async Task<IResult> AuthenticateAsync(HttpContext context, BillingStore store, Merchants merchants)
    {
        var body = await ControlBody.ReadAsync<AuthenticationBody>(context, _takes).ConfigureAwait(false);
        return ControlAnswer.Ok(new JsonObject
        {
            ["authKey"] = Authenticate(store, body.CustomerKey ?? "", body.Method, merchants.OfControl(body.ClientKey, context)),
            ["customerKey"] = body.CustomerKey,
        });
    }

    public static string Authenticate(BillingStore store, string customerKey, string? method, Merchant? merchant)
    {
        if (customerKey.Length is < 2 or > 300)
            throw new ControlFormatException($"customerKey must have 2 to 300 characters. The control takes {_takes}.");
        return store.Authenticate(merchant, customerKey, PaymentChoice.FromMethod(method ?? "CARD") switch
        {
            PaymentChoice.Card => CardDetails.Of("9410001234567890"),
            PaymentChoice.Transfer => null,
            _ => throw new ControlFormatException($"The method '{method}' cannot be registered. The control takes {_takes}."),
        });
    }

    private sealed record AuthenticationBody(string? CustomerKey = null, string? Method = null, string? ClientKey = null);
}
