using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Configuration;

/// <summary>
/// One registration made with <c>AddPaymentSdk</c>: its name, and where its settings are written. It is a keyed service; its key is the name.
/// </summary>
internal sealed class PaymentRegistration(string name)
{
    private readonly List<object> _sources = [];

    public string Name { get; } = name;

    /// <summary>The path of the section with the settings: <c>Payment</c>, or <c>Payment:b</c> for the registration <c>b</c>.</summary>
    public string SectionPath { get; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    public string HttpClientName { get; } = name.Length == 0 ? "PaymentSdk" : $"PaymentSdk:{name}";

    /// <summary>The call that adds the registration, as a program writes it.</summary>
    public string AddedBy { get; } = name.Length == 0 ? "AddPaymentSdk()" : $"AddPaymentSdk(\"{name}\")";

    /// <summary>Whether the host declared that the defaults of its HTTP clients are not meant for payments.</summary>
    public bool IgnoresHttpClientDefaults { get; set; }

    /// <summary>
    /// The path that precedes the name of a setting in faults, e.g. <c>Payment</c> in <c>Payment:SecretKey</c>. It is the path of the section that
    /// was bound last.
    /// </summary>
    public string SettingsPath { get; private set; } = name.Length == 0 ? "Payment" : $"Payment:{name}";

    /// <summary>Returns the registration with this name; null when the services contain none.</summary>
    public static PaymentRegistration? Find(IServiceCollection services, string name) =>
        All(services).FirstOrDefault(registration => registration.Name == name);

    /// <summary>Returns every registration that the services contain.</summary>
    public static IEnumerable<PaymentRegistration> All(IServiceCollection services) => services
        .Where(service => service.ServiceType == typeof(PaymentRegistration) && service.IsKeyedService)
        .Select(service => service.KeyedImplementationInstance)
        .OfType<PaymentRegistration>();

    /// <summary>Whether the settings of the registration are written at this path.</summary>
    public bool IsAt(string path) =>
        string.Equals(path, SectionPath, StringComparison.OrdinalIgnoreCase) || string.Equals(path, SettingsPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the registration reads a configuration. Otherwise its settings are set only in code.</summary>
    public bool HasSource => _sources.Count > 0;

    /// <summary>Adds a source of settings. Returns false when the source was added before, so that no list is bound twice.</summary>
    public bool AddSource(object source, string? path)
    {
        if (_sources.Contains(source))
            return false;
        _sources.Add(source);
        SettingsPath = path ?? SettingsPath;
        return true;
    }
}
