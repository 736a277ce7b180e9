using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Plays the BrandPay windows: a customer signs in, and registers a card or a bank account.</summary>
internal static class BrandPayControls
{
    private const string _takes = "{customerKey, method?, clientKey?}, customerKey of 2 to 50 characters, method CARD or TRANSFER";

    /// <summary>The code that the window's redirect address is called with.</summary>
    public static async Task<IResult> SignInAsync(HttpContext context, BrandPayBooks books, Merchants merchants)
    {
        var body = await ReadAsync(context).ConfigureAwait(false);
        return ControlAnswer.Ok(new JsonObject
        {
            ["code"] = books.Agree(merchants.OfControl(body.ClientKey), body.CustomerKey!, []),
            ["customerKey"] = body.CustomerKey,
        });
    }

    public static async Task<IResult> RegisterAsync(HttpContext context, BrandPayBooks books, Merchants merchants)
    {
        var body = await ReadAsync(context).ConfigureAwait(false);
        var isCard = PaymentChoice.FromMethod(body.Method ?? "CARD") switch
        {
            PaymentChoice.Card => true,
            PaymentChoice.Transfer => false,
            _ => throw new ControlFormatException($"The method '{body.Method}' cannot be registered. It takes {_takes}."),
        };
        return ControlAnswer.Ok(new JsonObject { ["methodKey"] = books.Register(merchants.OfControl(body.ClientKey), body.CustomerKey!, isCard).MethodKey });
    }

    private static async Task<CustomerBody> ReadAsync(HttpContext context) =>
        await ControlBody.ReadAsync<CustomerBody>(context, _takes).ConfigureAwait(false) is { CustomerKey.Length: >= 2 and <= 50 } body
            ? body
            : throw new ControlFormatException($"The customer key is missing or of a wrong length. It takes {_takes}.");

    private sealed record CustomerBody(string? CustomerKey = null, string? Method = null, string? ClientKey = null);
}
