using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Stops the host when a configured result page lies on an origin that is not registered. Looks when the host has started:
/// in Development its own addresses are registered then.
/// </summary>
internal sealed class ResultPageStartup(MerchantOriginStores stores, IServiceProvider services) : StartStep
{
    protected override void End()
    {
        foreach (var store in stores.All)
        {
            var page = services.GetRequiredKeyedService<IPaymentSettingsSource>(store.Merchant).Current.ResultPage;
            if (!ResultPage.IsAllowed(page, store.Current.Snapshot.Contains))
                throw new InvalidOperationException($"{Setting(store.Merchant)} is '{page}', which is not on a registered merchant origin: buyers would be sent to a stranger. Register its origin as browsers send it (https://myshop.com), or write a path such as /orders/{{orderId}}.");
        }
    }

    private static string Setting(string merchant) => merchant.Length == 0 ? "Payment:ResultPage" : $"ResultPage of the registration '{merchant}'";
}
