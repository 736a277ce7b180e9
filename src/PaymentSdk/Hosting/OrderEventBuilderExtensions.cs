using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentSdk;

/// <summary>Extension methods that add handlers of order events to a registration.</summary>
public static class OrderEventBuilderExtensions
{
    /// <summary>
    /// Adds a handler of the order events of this registration. Several handlers run in the order in which they were added, and each event is handled
    /// in a new scope. Adding the same type again has no effect. Add the same handlers in every process that shares the ledger, or none: a process
    /// without handlers leaves the events to the others. The first handler of a shop also receives the events that were recorded before it was added
    /// (<see cref="OrderEvent.RecordedAt"/>).
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">
    /// The type of the handler. Its constructor may request scoped services, and <c>[FromKeyedServices("name")] ICheckout</c>.
    /// </typeparam>
    public static PaymentSdkBuilder AddOrderEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, IOrderEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IOrderEventHandler, THandler>(builder.Name));
        return builder;
    }

    /// <summary>
    /// Adds a handler that notifies operators when an order of this registration needs attention. It is added, run and retried like an order event
    /// handler.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">The type of the handler.</typeparam>
    public static PaymentSdkBuilder AddNeedsAttentionHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, INeedsAttentionHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<INeedsAttentionHandler, THandler>(builder.Name));
        return builder;
    }
}
