using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Settings;

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
        if (!hasCheckout)
            throw new InvalidOperationException($"{mapping} found no ledger: a payment is only confirmed through one. Add .AddEntityFrameworkLedger(…) to builder.Services.{adding}.");
    }
}
