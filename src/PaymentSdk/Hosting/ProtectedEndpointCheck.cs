using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Hosting;

/// <summary>
/// Adds the check of protected endpoints where PaymentSdk.AspNetCore is in use. An endpoint cannot add a service when it is mapped, and a host
/// that forgot <c>AddMerchantOrigins</c> calls nothing else of that assembly: only <c>AddPaymentSdk</c> is left to add it.
/// </summary>
internal static class ProtectedEndpointCheck
{
    public static void AddTo(IServiceCollection services)
    {
        if (Type.GetType("PaymentSdk.AspNetCore.Endpoints.ProtectedEndpointCheck, PaymentSdk.AspNetCore", throwOnError: false) is { } check)
            services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IHostedService), check));
    }
}
