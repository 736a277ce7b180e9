using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Simulates the BrandPay windows in which a customer signs in and registers a card or a bank account.</summary>
internal static class BrandPayControls
{
    private const string _takes = "{customerKey, method?, clientKey?}, customerKey of 2 to 50 characters, method CARD or TRANSFER";

    public static async Task<IResult> SignInAsync(HttpContext context, BrandPayStore store, Merchants merchants)
    {
        var body = await ControlBody.ReadAsync<CustomerBody>(context, _takes).ConfigureAwait(false);
        return ControlAnswer.Ok(new JsonObject
        {
            ["code"] = SignIn(store, merchants, body.CustomerKey, merchants.OfControl(body.ClientKey, context)),
            ["customerKey"] = body.CustomerKey,
        });
    }

    public static async Task<IResult> RegisterAsync(HttpContext context, BrandPayStore store, Merchants merchants)
    {
        var body = await ControlBody.ReadAsync<CustomerBody>(context, _takes).ConfigureAwait(false);
        return ControlAnswer.Ok(new JsonObject { ["methodKey"] = Register(store, merchants, body.CustomerKey, body.Method ?? "CARD", merchants.OfControl(body.ClientKey, context)) });
    }

    /// <summary>Returns the code that the window adds to the redirect URL.</summary>
    public static string SignIn(BrandPayStore store, Merchants merchants, string? customerKey, Merchant? merchant) =>
        store.Agree(store.CustomerOfControl(merchant, merchants.All[0], Checked(customerKey)), [], isForAnyShop: merchant is null);

    public static string Register(BrandPayStore store, Merchants merchants, string? customerKey, string method, Merchant? merchant)
    {
        var isCard = PaymentChoice.FromMethod(method) switch
        {
            PaymentChoice.Card => true,
            PaymentChoice.Transfer => false,
            _ => throw new ControlFormatException($"The method '{method}' cannot be registered. The control takes {_takes}."),
        };
        return store.Register(store.CustomerOfControl(merchant, merchants.All[0], Checked(customerKey)), isCard).MethodKey;
    }

    private static string Checked(string? customerKey) => customerKey is { Length: >= 2 and <= 50 }
        ? customerKey
        : throw new ControlFormatException($"The customer key is missing or of a wrong length. The control takes {_takes}.");

    private sealed record CustomerBody(string? CustomerKey = null, string? Method = null, string? ClientKey = null);
}
