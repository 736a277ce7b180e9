using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Hosting;

/// <summary>
/// Adds the check of protected endpoints when PaymentSdk.AspNetCore is present. A service cannot be added while an endpoint is mapped, and a host
/// that forgot <c>AddMerchantOrigins</c> may call no other method that could add the check, so <c>AddPaymentSdk</c> adds it.
/// </summary>
internal static class ProtectedEndpointCheck
{
    public static void AddTo(IServiceCollection services)
    {
        if (Type.GetType("PaymentSdk.AspNetCore.Endpoints.ProtectedEndpointCheck, PaymentSdk.AspNetCore", throwOnError: false) is { } check)
            services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IHostedService), check));
    }
}
