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
        services.AddSingleton<BillingNews>();
        services.AddSingleton<BrandPayNews>();
        services.AddSingleton<PayoutNews>();
        services.AddHostedService<WebhookPump>();
        services.AddHostedService<TimeWatch>();
    }

    public static void UseDelivery(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        services.GetRequiredService<PaymentBooks>().Moved += services.GetRequiredService<PaymentNews>().Tell;
        services.GetRequiredService<BillingBooks>().Removed += services.GetRequiredService<BillingNews>().TellRemoved;
        services.GetRequiredService<BrandPayBooks>().CustomerChanged += services.GetRequiredService<BrandPayNews>().TellCustomer;
        services.GetRequiredService<BrandPayBooks>().MethodChanged += services.GetRequiredService<BrandPayNews>().TellMethod;
        services.GetRequiredService<PayoutBooks>().SellerChanged += services.GetRequiredService<PayoutNews>().TellSeller;
        services.GetRequiredService<PayoutBooks>().PayoutChanged += services.GetRequiredService<PayoutNews>().TellPayout;
    }
}
