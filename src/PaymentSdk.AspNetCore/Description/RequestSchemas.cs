using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace PaymentSdk.AspNetCore.Description;

[Description("The data that the payment window passed to the page.")]
internal abstract class PaymentConfirmRequest
{
    [JsonRequired, JsonPropertyName("paymentKey"), Description("The payment key.")]
    public abstract string PaymentKey { get; set; }

    [JsonRequired, JsonPropertyName("orderId"), Description("The order id.")]
    public abstract string OrderId { get; set; }

    [JsonPropertyName("amount"), Description("The amount that the window showed; compared with the shop's own. A number, or a number in a string.")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public abstract decimal Amount { get; set; }

    [JsonPropertyName("paymentType"), Description("The kind of payment, as the window names it.")]
    public abstract string PaymentType { get; set; }
}

/// <summary>
/// The parameters of each call, as the document names them. These methods are never called, because the endpoints read their requests themselves.
/// </summary>
internal static class DescribedCalls
{
    public static void Widget([FromQuery(Name = "orderId"), Description("The order id that is inserted into the fail address.")] string? orderId)
    {
    }

    public static void Confirm([FromBody] PaymentConfirmRequest body)
    {
    }

    public static void Order([FromRoute(Name = "orderId"), Description("The order id.")] string orderId)
    {
    }

    public static void Success(
        [FromQuery(Name = "paymentKey"), Description("The payment key.")] string paymentKey,
        [FromQuery(Name = "orderId"), Description("The order id.")] string orderId,
        [FromQuery(Name = "amount"), Description("The amount that the window showed.")] string amount,
        [FromQuery(Name = "paymentType"), Description("The kind of payment.")] string? paymentType)
    {
    }

    public static void Fail(
        [FromRoute(Name = "orderId"), Description("The order id.")] string orderId,
        [FromQuery(Name = "code"), Description("The error code of the window.")] string? code,
        [FromQuery(Name = "message"), Description("The window's own text; buyers do not see it.")] string? message)
    {
    }

    public static void FailWithoutPath(
        [FromQuery(Name = "orderId"), Description("The order id.")] string orderId,
        [FromQuery(Name = "code"), Description("The error code of the window.")] string? code,
        [FromQuery(Name = "message"), Description("The window's own text; buyers do not see it.")] string? message)
    {
    }

    public static void Webhook([FromBody] JsonElement body)
    {
    }

    public static void Nothing()
    {
    }
}
