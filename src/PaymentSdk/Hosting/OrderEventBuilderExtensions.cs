using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentSdk;

/// <summary>Adds the handlers of a registration's order events.</summary>
public static class OrderEventBuilderExtensions
{
    /// <summary>
    /// Adds a handler of this registration's order events; several run in the order they were added, each event in a new
    /// scope. Adding the same type again changes nothing. Give every process that shares the ledger the same handlers, or
    /// none: a process without any leaves the events to the others. The first handler of a shop gets what happened before it
    /// was there, too (<see cref="OrderEvent.RecordedAt"/>).
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">The handler. It may ask for scoped services, and for <c>[FromKeyedServices("name")] ICheckout</c>.</typeparam>
    public static PaymentSdkBuilder AddOrderEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, IOrderEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IOrderEventHandler, THandler>(builder.Name));
        return builder;
    }

    /// <summary>Adds a handler that notifies operators of an order of this registration that needs one. What holds for order event handlers holds for it.</summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">The handler.</typeparam>
    public static PaymentSdkBuilder AddNeedsAttentionHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, INeedsAttentionHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<INeedsAttentionHandler, THandler>(builder.Name));
        return builder;
    }
}
