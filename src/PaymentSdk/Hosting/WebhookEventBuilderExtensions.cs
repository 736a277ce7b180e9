using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentSdk;

/// <summary>Adds handlers of the webhooks that are not about an order.</summary>
public static class WebhookEventBuilderExtensions
{
    /// <summary>
    /// Adds a handler of this registration's other webhooks, made anew for each of them. Adding the same type again changes
    /// nothing. Without any handler they are answered 200 and counted. <c>payout.changed</c> and <c>seller.changed</c> are
    /// only handed over as <see cref="WebhookTrust.Signed"/> with a right signature under <see cref="PaymentSdkOptions.SecurityKeys"/>;
    /// with a wrong one they are not handed over, and where no security key is configured they are
    /// <see cref="WebhookTrust.Unverified"/>.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <typeparam name="THandler">The handler. It may ask for scoped services.</typeparam>
    public static PaymentSdkBuilder AddWebhookEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this PaymentSdkBuilder builder)
        where THandler : class, IWebhookEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IWebhookEventHandler, THandler>(builder.Name));
        return builder;
    }
}
