using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>One request to a payment endpoint, with what every endpoint needs of it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Merchant">The registration that the endpoint was mapped for.</param>
/// <param name="Path">The path that <c>MapPayments</c> has in this request, escaped and without the path base: <c>/shop/payments</c>.</param>
internal readonly record struct PaymentCall(HttpContext Context, string Merchant, string Path)
{
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(2);

    public HttpRequest Request => Context.Request;

    /// <summary>Fires when the browser leaves, and when the host ends the request, e.g. by a request timeout. Ends the waiting, never a call that was begun (docs/spec/money.md §3).</summary>
    public CancellationToken Ended => Context.RequestAborted;

    /// <summary>Whether the request has ended because no caller is left to answer: the connection is gone, or the browser has reset the stream.</summary>
    public bool HasBrowserLeft => Ended.IsCancellationRequested && RequestEnd.HasBrowserLeft(Context);

    public ICheckout Checkout => Merchant.Length == 0
        ? Context.RequestServices.GetRequiredService<ICheckout>()
        : Context.RequestServices.GetRequiredKeyedService<ICheckout>(Merchant);

    public PaymentSettings Settings => Context.RequestServices.GetRequiredKeyedService<IPaymentSettingsSource>(Merchant).Current;

    public ILogger Log => SafeLogger.Of(Context.RequestServices, "PaymentSdk.AspNetCore.Endpoints");

    /// <summary>
    /// Asks for as long as the request lasts. When the host has ended it and the browser is still there, asks once more for a moment: what
    /// is known by then is answered (docs/spec/money.md §10).
    /// </summary>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        try
        {
            return await ask(Ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Ended.IsCancellationRequested && !HasBrowserLeft)
        {
            Context.Features.Set(new AskedAgain());
            using var moment = new CancellationTokenSource(LastMoment, Context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System);
            return await ask(moment.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the host ended the request while something was asked: a call that was begun then may have sent something.</summary>
    public bool WasEnded => Context.Features.Get<AskedAgain>() is not null;

    /// <summary>Confirms; asked once more it waits no longer than it takes to read how the payment stands.</summary>
    public Task<ConfirmOutcome> ConfirmAsync(PaymentConfirmation payment)
    {
        var (checkout, ended) = (Checkout, Ended);
        return AskAsync(token => checkout.ConfirmAsync(token == ended ? payment : payment with { Wait = LastMoment / 2 }, token));
    }

    public Task<PaymentOrder?> FindAsync(OrderId orderId)
    {
        var checkout = Checkout;
        return AskAsync(token => checkout.FindAsync(orderId, token));
    }

    public Task<OpenOutcome> OpenAgainAsync(OrderId orderId)
    {
        var checkout = Checkout;
        return AskAsync(token => checkout.OpenAgainAsync(orderId, token));
    }

    /// <summary>A parameter of the query that is given once and not empty; null otherwise.</summary>
    public string? Parameter(string name) => Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>The order id of the route; what is no order id belongs to no order.</summary>
    public bool TryGetOrderId(out OrderId orderId) => OrderId.TryParse(Request.RouteValues["orderId"] as string, out orderId, out _);

    private sealed class AskedAgain;
}
