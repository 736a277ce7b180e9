using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Settings;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>One request to a payment endpoint, with what every endpoint needs of it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Merchant">The registration that the endpoint was mapped for.</param>
/// <param name="Prefix">The path that <c>MapPayments</c> has in this request, path base included and escaped: <c>/shop/payments</c>.</param>
internal readonly record struct PaymentCall(HttpContext Context, string Merchant, string Prefix)
{
    public HttpRequest Request => Context.Request;

    /// <summary>Fires when the browser leaves. Ends the waiting, never a call that was begun (money.md §3).</summary>
    public CancellationToken BrowserLeft => Context.RequestAborted;

    public ICheckout Checkout => Merchant.Length == 0
        ? Context.RequestServices.GetRequiredService<ICheckout>()
        : Context.RequestServices.GetRequiredKeyedService<ICheckout>(Merchant);

    public PaymentSettings Settings => Context.RequestServices.GetRequiredKeyedService<IPaymentSettingsSource>(Merchant).Current;

    public ILogger Log => Context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PaymentSdk.AspNetCore.Endpoints");

    /// <summary>The order id of the route; what is no order id belongs to no order.</summary>
    public bool TryGetOrderId(out OrderId orderId) => OrderId.TryParse(Request.RouteValues["orderId"] as string, out orderId, out _);
}
