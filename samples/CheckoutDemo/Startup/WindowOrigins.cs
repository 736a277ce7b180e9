using Microsoft.Extensions.Options;
using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>
/// Registers the shop's merchant origins with the sandbox, as a shop does with the payment service. Other pages cannot frame the windows.
/// </summary>
internal static class WindowOrigins
{
    /// <summary>
    /// Applies <c>Payment:MerchantOrigins</c> to the sandbox, now and after every change. An invalid change affects neither the shop nor the sandbox.
    /// </summary>
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
