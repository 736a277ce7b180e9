using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentSdk;

/// <summary>Extension methods that add handlers of the webhooks that are not about an order.</summary>
public static class WebhookEventBuilderExtensions
{
    /// <summary>
    /// Adds a handler of the webhooks of this registration that are not about an order. A new instance handles each webhook. Adding the same type
    /// again has no effect. Without any handler, these webhooks are answered with 200 and counted. <c>payout.changed</c> and <c>seller.changed</c>
    /// are passed to handlers as <see cref="WebhookTrust.Signed"/> when their signature is valid under
    /// <see cref="PaymentSdkOptions.SecurityKeys"/>. With a wrong signature they are not passed to handlers; when no security key is configured,
    /// they are passed on as <see cref="WebhookTrust.Unverified"/>.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">The type of the handler. Its constructor may request scoped services.</typeparam>
    public static PaymentSdkBuilder AddWebhookEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, IWebhookEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IWebhookEventHandler, THandler>(builder.Name));
        return builder;
    }
}
