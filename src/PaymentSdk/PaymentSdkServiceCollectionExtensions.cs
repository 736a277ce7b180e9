using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk;

/// <summary>Adds PaymentSdk to a host.</summary>
public static class PaymentSdkServiceCollectionExtensions
{
    /// <summary>Adds the default registration, bound to the section <c>Payment</c> of the host's configuration.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services) =>
        new(services, "", services.AddHttpClient("PaymentSdk"));
}
