using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Hosting;

namespace PaymentSdk;

/// <summary>
/// Extension methods that add PaymentSdk to a host. A name identifies one registration: adding the same name again extends its settings and returns
/// the same registration. Each registration has its own <see cref="IPaymentClient"/>, keyed by the name; the client of the default one is also
/// registered without a key. Settings are validated when the host starts, and all faults are reported at once.
/// </summary>
public static class PaymentSdkServiceCollectionExtensions
{
    /// <summary>Adds the default registration, bound to the section <c>Payment</c> of the host's configuration.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services) => services.AddPaymentSdk("");

    /// <summary>Adds the default registration, bound to <paramref name="section"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, IConfiguration section) =>
        services.AddPaymentSdk("", section);

    /// <summary>Adds the default registration, configured by <paramref name="configure"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, Action<PaymentSdkOptions> configure) =>
        services.AddPaymentSdk("", configure);

    /// <summary>
    /// Adds the registration <paramref name="name"/>, bound to the section <c>Payment:{name}</c>. An empty name adds the default registration,
    /// bound to <c>Payment</c>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">
    /// The name of the registration: at most 32 characters of A-Z a-z 0-9 - _; not the name of a setting. Empty for the default one.
    /// </param>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name) =>
        PaymentSdkRegistrar.Add(services, name).BindHost().Builder;

    /// <summary>Adds the registration <paramref name="name"/>, bound to <paramref name="section"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return PaymentSdkRegistrar.Add(services, name).Bind(section).Builder;
    }

    /// <summary>Adds the registration <paramref name="name"/>, configured by <paramref name="configure"/>.</summary>
    public static PaymentSdkBuilder AddPaymentSdk(this IServiceCollection services, string name, Action<PaymentSdkOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return PaymentSdkRegistrar.Add(services, name).Configure(configure).Builder;
    }
}
