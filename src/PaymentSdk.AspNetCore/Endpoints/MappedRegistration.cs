using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What a registration must have before its endpoints can be mapped. Missing pieces stop the host at start, not the first buyer.</summary>
internal static class MappedRegistration
{
    /// <exception cref="InvalidOperationException">Something is missing; the message names the call to add.</exception>
    public static void Require(IServiceProvider services, string merchant)
    {
        if (services.GetService<IServiceProviderIsKeyedService>() is not { } known)
            return;
        var (mapping, adding) = merchant.Length == 0
            ? ("MapPayments()", "AddPaymentSdk()")
            : ($"MapPayments(merchant: \"{merchant}\")", $"AddPaymentSdk(\"{merchant}\", …)");
        if (!known.IsKeyedService(typeof(IPaymentSettingsSource), merchant))
            throw new InvalidOperationException($"{mapping} found no such registration. Add builder.Services.{adding} before the host is built.");
        var hasCheckout = merchant.Length == 0 ? known.IsService(typeof(ICheckout)) : known.IsKeyedService(typeof(ICheckout), merchant);
        if (services.GetService<MerchantOriginStores>()?.Find(merchant) is null)
            throw new InvalidOperationException($"{mapping} found no merchant origins: no page could call it. Add .AddMerchantOrigins(\"https://myshop.com\") to builder.Services.{adding}.");
        if (!hasCheckout)
            throw new InvalidOperationException($"{mapping} found no ledger: a payment is only confirmed through one. Add .AddEntityFrameworkLedger(…) to builder.Services.{adding}.");
    }

    /// <summary>A second <c>RequireMerchantOrigin</c>, to allow headers, wins over ours: it must not be of another shop.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is under the origins of another registration.</exception>
    public static void RequireOwnOrigins(EndpointBuilder endpoint, string merchant)
    {
        if (endpoint.Metadata.OfType<IMerchantOriginMetadata>().Any(metadata => metadata.Merchant != merchant))
            throw new InvalidOperationException($"{endpoint.DisplayName} belongs to the registration '{merchant}' but was put under the origins of another one. Write RequireMerchantOrigin(\"{merchant}\", …).");
    }
}
