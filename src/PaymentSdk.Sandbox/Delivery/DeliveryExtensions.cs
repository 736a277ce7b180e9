using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Puts the delivery of webhooks together: what happens in the books becomes a message, the pump sends it.</summary>
internal static class DeliveryExtensions
{
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<PaymentNews>();
        services.AddHostedService<WebhookPump>();
        services.AddHostedService<TimeWatch>();
    }

    public static void UseDelivery(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<PaymentBooks>().Moved += app.ApplicationServices.GetRequiredService<PaymentNews>().Tell;
}
