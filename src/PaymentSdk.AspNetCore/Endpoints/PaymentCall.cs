using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>One request to a payment endpoint, with the services and values that every endpoint needs.</summary>
/// <param name="Context">The request.</param>
/// <param name="Merchant">The registration that the endpoint was mapped for.</param>
/// <param name="Path">The path of <c>MapPayments</c> in this request, escaped and without the path base, for example <c>/shop/payments</c>.</param>
internal readonly record struct PaymentCall(HttpContext Context, string Merchant, string Path)
{
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(2);
    private static readonly Func<ILogger, string, IDisposable?> OrderScope = LoggerMessage.DefineScope<string>("Order {OrderId}");

    public HttpRequest Request => Context.Request;

    /// <summary>
    /// The token that fires when the browser leaves, and when the host ends the request, e.g. by a request timeout. It ends the waiting, never a
    /// call that has begun (docs/spec/money.md §3).
    /// </summary>
    public CancellationToken Ended => Context.RequestAborted;

    /// <summary>
    /// Whether the request has ended because no caller is left to answer: the connection is closed, or the browser has reset the stream.
    /// </summary>
    public bool HasBrowserLeft => Ended.IsCancellationRequested && RequestEnd.HasBrowserLeft(Context);

    public ICheckout Checkout => Merchant.Length == 0
        ? Context.RequestServices.GetRequiredService<ICheckout>()
        : Context.RequestServices.GetRequiredKeyedService<ICheckout>(Merchant);

    public PaymentSettings Settings => Context.RequestServices.GetRequiredKeyedService<IPaymentSettingsSource>(Merchant).Current;

    /// <summary>The path of the settings of the registration, e.g. <c>Payment</c>.</summary>
    public string SettingsPath => Context.RequestServices.GetRequiredKeyedService<PaymentRegistration>(Merchant).SettingsPath;

    public ILogger Log => SafeLogger.Of(Context.RequestServices, "PaymentSdk.AspNetCore.Endpoints");

    /// <summary>Adds the order id to every message that is logged until the scope is disposed.</summary>
    public IDisposable? BeginOrder(OrderId orderId) => OrderScope(Log, orderId.Value);

    /// <summary>
    /// Calls <paramref name="ask"/> with the token of the request. If the host ends the request while the browser is still connected, calls it a
    /// second time, for at most two seconds, and returns the second result (docs/spec/money.md §10).
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

    /// <summary>Whether the host ended the request while an answer was pending. A call that had begun by then may have sent something.</summary>
    public bool WasEnded => Context.Features.Get<AskedAgain>() is not null;

    /// <summary>Confirms the payment. The second call of <see cref="AskAsync"/> waits for the outcome for one second at most.</summary>
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

    /// <summary>Returns a query parameter that is given once and is not empty; otherwise null.</summary>
    public string? Parameter(string name) => Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>Reads the order id of the route. A text that is not an order id cannot belong to an order.</summary>
    public bool TryGetOrderId(out OrderId orderId) => OrderId.TryParse(Request.RouteValues["orderId"] as string, out orderId, out _);

    private sealed class AskedAgain;
}

/// <summary>
/// Distinguishes a browser that left from a host that ended the request. The server's token is canceled when the connection is closed and, over
/// HTTP/2 and HTTP/3, when the browser resets the stream of the request. After a host has replaced the token with its own, the server's token can no
/// longer be read. It is therefore stored here before any code of the host runs.
/// </summary>
internal sealed class RequestEnd : IHttpRequestLifetimeFeature
{
    private readonly IHttpRequestLifetimeFeature _server;
    private CancellationToken? _hosts;

    private RequestEnd(IHttpRequestLifetimeFeature server) => _server = server;

    public CancellationToken RequestAborted
    {
        get => _hosts ?? _server.RequestAborted;
        set => _hosts = value;
    }

    public void Abort() => _server.Abort();

    /// <summary>Stores the server's own token of a request.</summary>
    public static void Keep(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestLifetimeFeature>() is { } server)
            context.Features.Set<IHttpRequestLifetimeFeature>(new RequestEnd(server));
    }

    /// <summary>
    /// Returns true if no caller is left to answer. In a host that replaces the request lifetime feature itself, only the end of the connection is
    /// known.
    /// </summary>
    public static bool HasBrowserLeft(HttpContext context) => context.Features.Get<IHttpRequestLifetimeFeature>() is RequestEnd kept
        ? kept._server.RequestAborted.IsCancellationRequested
        : context.Features.Get<IConnectionLifetimeFeature>() is { ConnectionClosed.IsCancellationRequested: true };
}
