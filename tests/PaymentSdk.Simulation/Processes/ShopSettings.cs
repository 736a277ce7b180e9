using PaymentSdk.Configuration;

namespace PaymentSdk.Simulation.Processes;

/// <summary>The settings of one process; replacing them acts as a reload of its configuration.</summary>
internal sealed class ShopSettings(PaymentSettings settings) : IPaymentSettingsSource
{
    public PaymentSettings Current { get; set; } = settings;

    /// <summary>Returns settings as the product compiles them.</summary>
    public static PaymentSettings Compile(string merchant, Action<PaymentSdkOptions> configure)
    {
        var options = new PaymentSdkOptions();
        configure(options);
        return PaymentSettings.Compile(merchant, options);
    }
}
