using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Hosting;

namespace PaymentSdk;

/// <summary>
/// Adds PaymentSdk to a host. One name is one registration: adding it again adds to its settings and returns the same
/// registration. Each has its own <see cref="IPaymentClient"/>, keyed by the name; the default one is unkeyed too.
/// Settings are validated when the host starts; every fault is reported at once.
/// </summary>
public static class PaymentSdkServiceCollectionExtensions
{
    /// <summary>Adds the default registration, bound to the section <c>Payment</c> of the host's configuration.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services) => services.AddPaymentSdk("");

    /// <summary>Adds the default registration, bound to <paramref name="section"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, IConfiguration section) =>
        services.AddPaymentSdk("", section);

    /// <summary>Adds the default registration, its settings made by <paramref name="configure"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, Action<PaymentSdkOptions> configure) =>
        services.AddPaymentSdk("", configure);

    /// <summary>Adds the registration <paramref name="name"/>, bound to the section <c>Payment:{name}</c>; an empty name is the default registration, bound to <c>Payment</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">1 to 32 characters of A-Z a-z 0-9 - _; not the name of a setting.</param>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name) =>
        PaymentSdkRegistrar.Add(services, name).BindHost().Builder;

    /// <summary>Adds the registration <paramref name="name"/>, bound to <paramref name="section"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return PaymentSdkRegistrar.Add(services, name).Bind(section).Builder;
    }

    /// <summary>Adds the registration <paramref name="name"/>, its settings made by <paramref name="configure"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name, Action<PaymentSdkOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return PaymentSdkRegistrar.Add(services, name).Configure(configure).Builder;
    }
}
