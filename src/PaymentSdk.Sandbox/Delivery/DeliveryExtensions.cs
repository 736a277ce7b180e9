using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Puts the delivery of webhooks together: each move of a payment becomes a message, and the pump sends it.</summary>
internal static class DeliveryExtensions
{
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<PaymentNotifications>();
        services.AddSingleton<BillingNotifications>();
        services.AddSingleton<BrandPayNotifications>();
        services.AddSingleton<PayoutNotifications>();
        services.AddHostedService<WebhookPump>();
        services.AddHostedService<TimeWatch>();
    }

    public static void UseDelivery(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        services.GetRequiredService<PaymentStore>().Moved += services.GetRequiredService<PaymentNotifications>().Tell;
        services.GetRequiredService<BillingStore>().Removed += services.GetRequiredService<BillingNotifications>().TellRemoved;
        services.GetRequiredService<BrandPayStore>().CustomerChanged += services.GetRequiredService<BrandPayNotifications>().TellCustomer;
        services.GetRequiredService<BrandPayStore>().MethodChanged += services.GetRequiredService<BrandPayNotifications>().TellMethod;
        services.GetRequiredService<PayoutStore>().SellerChanged += services.GetRequiredService<PayoutNotifications>().TellSeller;
        services.GetRequiredService<PayoutStore>().PayoutChanged += services.GetRequiredService<PayoutNotifications>().TellPayout;
    }
}
