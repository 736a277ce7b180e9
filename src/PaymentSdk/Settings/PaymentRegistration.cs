using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Settings;

/// <summary>One <c>AddPaymentSdk</c>: its name, and where its settings are written. A keyed service, keyed by its name.</summary>
internal sealed class PaymentRegistration(string name)
{
    private readonly List<object> _sources = [];

    public string Name { get; } = name;

    /// <summary>The name of its HTTP client and of its section: <c>Payment</c>, or <c>Payment:b</c> for the registration <c>b</c>.</summary>
    public string SectionPath { get; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    public string HttpClientName { get; } = name.Length == 0 ? "PaymentSdk" : $"PaymentSdk:{name}";

    /// <summary>What a fault calls a setting, e.g. <c>Payment:SecretKey</c>. The section that was bound last names it.</summary>
    public string SettingsPath { get; private set; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    /// <summary>The registration of this name, if the services hold it.</summary>
    public static PaymentRegistration? Find(IServiceCollection services, string name) => services
        .Where(service => service.ServiceType == typeof(PaymentRegistration) && service.IsKeyedService && name.Equals(service.ServiceKey))
        .Select(service => service.KeyedImplementationInstance as PaymentRegistration)
        .FirstOrDefault();

    /// <summary>Takes note of a source of settings; false when it is already one, so that no list is bound twice.</summary>
    public bool AddSource(object source, string? path)
    {
        if (_sources.Contains(source))
            return false;
        _sources.Add(source);
        SettingsPath = path ?? SettingsPath;
        return true;
    }
}
