using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Checkout.Events;

/// <summary>The event handlers of one registration. The default registration also includes the handlers that were added without a key.</summary>
internal sealed class EventHandlers(string merchant)
{
    /// <summary>Returns whether a handler is registered for the events of this registration. Creates no handler.</summary>
    public bool AnyIn(IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsKeyedService>() is not { } known)
            return true;
        return Has(known, typeof(IOrderEventHandler)) || Has(known, typeof(INeedsAttentionHandler));
    }

    /// <summary>Calls every handler with the event, one after the other, in the order in which they were added.</summary>
    public async Task HandleAsync(IServiceProvider scope, OrderEvent happened, CancellationToken cancellationToken)
    {
        foreach (var handler in Of<IOrderEventHandler>(scope))
            await handler.HandleAsync(happened, cancellationToken).ConfigureAwait(false);
        if (happened.Type != OrderEventType.NeedsAttention)
            return;
        foreach (var handler in Of<INeedsAttentionHandler>(scope))
            await handler.HandleAsync(happened, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<THandler> Of<THandler>(IServiceProvider scope)
    {
        var unkeyed = merchant.Length == 0 ? scope.GetServices<THandler>() : [];
        return unkeyed.Concat(scope.GetKeyedServices<THandler>(merchant));
    }

    private bool Has(IServiceProviderIsKeyedService known, Type handler) =>
        known.IsKeyedService(handler, merchant) || (merchant.Length == 0 && known.IsService(handler));
}
