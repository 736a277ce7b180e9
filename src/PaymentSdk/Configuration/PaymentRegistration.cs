using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Configuration;

/// <summary>One <c>AddPaymentSdk</c>: its name, and where its settings are written. A keyed service, keyed by its name.</summary>
internal sealed class PaymentRegistration(string name)
{
    private readonly List<object> _sources = [];

    public string Name { get; } = name;

    /// <summary>The name of its HTTP client and of its section: <c>Payment</c>, or <c>Payment:b</c> for the registration <c>b</c>.</summary>
    public string SectionPath { get; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    public string HttpClientName { get; } = name.Length == 0 ? "PaymentSdk" : $"PaymentSdk:{name}";

    /// <summary>The line of a program that adds it.</summary>
    public string AddedBy { get; } = name.Length == 0 ? "AddPaymentSdk()" : $"AddPaymentSdk(\"{name}\")";

    /// <summary>Whether the host said that the defaults of its HTTP clients are not meant for payments.</summary>
    public bool IgnoresHttpClientDefaults { get; set; }

    /// <summary>What a fault calls a setting, e.g. <c>Payment:SecretKey</c>. The section that was bound last names it.</summary>
    public string SettingsPath { get; private set; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    /// <summary>The registration of this name, if the services hold it.</summary>
    public static PaymentRegistration? Find(IServiceCollection services, string name) =>
        All(services).FirstOrDefault(registration => registration.Name == name);

    /// <summary>Every registration that the services hold.</summary>
    public static IEnumerable<PaymentRegistration> All(IServiceCollection services) => services
        .Where(service => service.ServiceType == typeof(PaymentRegistration) && service.IsKeyedService)
        .Select(service => service.KeyedImplementationInstance)
        .OfType<PaymentRegistration>();

    /// <summary>Whether its settings are written at this path.</summary>
    public bool IsAt(string path) =>
        string.Equals(path, SectionPath, StringComparison.OrdinalIgnoreCase) || string.Equals(path, SettingsPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it reads a configuration; otherwise its settings are made in code alone.</summary>
    public bool HasSource => _sources.Count > 0;

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
