using PaymentSdk.Configuration;

namespace PaymentSdk.Simulation.Processes;

/// <summary>The settings of one process; replacing them is what a reload of its configuration does.</summary>
internal sealed class ShopSettings(PaymentSettings settings) : IPaymentSettingsSource
{
    public PaymentSettings Current { get; set; } = settings;

    /// <summary>Settings as the product compiles them.</summary>
    public static PaymentSettings Compile(string merchant, Action<PaymentSdkOptions> configure)
    {
        var options = new PaymentSdkOptions();
        configure(options);
        return PaymentSettings.Compile(merchant, options);
    }
}
