using Microsoft.Extensions.Options;
using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>Registers the merchant origins of the shop at the sandbox, as one does at the payment service: no other page may frame its windows.</summary>
internal static class WindowOrigins
{
    /// <summary>The sandbox follows <c>Payment:MerchantOrigins</c>, also later on; a bad change reaches neither of the two.</summary>
    public static IDisposable? FollowMerchantOrigins(this SandboxGateway sandbox, WebApplication shop, string[] pages)
    {
        var settings = shop.Services.GetRequiredService<IOptionsMonitor<PaymentSdkOptions>>();
        Register(settings.CurrentValue);
        return settings.OnChange(Register);

        void Register(PaymentSdkOptions options)
        {
            foreach (var clientKey in sandbox.ClientKeys)
                sandbox.RegisterMerchantOrigins(clientKey, [.. pages.Union(options.MerchantOrigins)]);
        }
    }
}
