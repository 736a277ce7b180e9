using System.Buffers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentSdk.Api;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using PaymentSdk.Doctor;

namespace PaymentSdk.Hosting;

/// <summary>Registers the services of one registration, once, and adds sources to its settings.</summary>
internal sealed class PaymentSdkRegistrar
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly IServiceCollection _services;
    private readonly PaymentRegistration _registration;

    private PaymentSdkRegistrar(IServiceCollection services, PaymentRegistration registration)
    {
        _services = services;
        _registration = registration;
        Builder = new PaymentSdkBuilder(services, registration, services.AddHttpClient(registration.HttpClientName));
    }

    public PaymentSdkBuilder Builder { get; }

    private OptionsBuilder<PaymentSdkOptions> Options => _services.AddOptions<PaymentSdkOptions>(_registration.Name);

    public static PaymentSdkRegistrar Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (PaymentRegistration.Find(services, name) is { } registration)
            return new PaymentSdkRegistrar(services, registration);
        CheckName(name);
        var registrar = new PaymentSdkRegistrar(services, new PaymentRegistration(name));
        registrar.AddServices();
        return registrar;
    }

    /// <summary>Binds the section of the host's configuration that belongs to the name of this registration.</summary>
    public PaymentSdkRegistrar BindHost()
    {
        var path = _registration.SectionPath;
        if (!_registration.AddSource(path, path))
            return this;
        Options.Configure<IServiceProvider>((options, provider) =>
        {
            var configuration = HostConfiguration(provider);
            MisplacedVariables.Find(configuration, options);
            MisplacedSections.Find(configuration, _registration, options, IsRegistration);
            SectionBinder.Bind(configuration.GetSection(path), path, options, IsRegistration);
        });
        _services.AddKeyedSingleton(_registration.Name, (provider, _) => new SettingsSection(HostConfiguration(provider)));
        return this;
    }

    public PaymentSdkRegistrar Bind(IConfiguration section)
    {
        var path = section is IConfigurationSection { Path: var given } ? given : _registration.SectionPath;
        if (!_registration.AddSource(section, path))
            return this;
        Options.Configure(options => SectionBinder.Bind(section, path, options, IsRegistration));
        _services.AddKeyedSingleton(_registration.Name, new SettingsSection(section));
        return this;
    }

    public PaymentSdkRegistrar Configure(Action<PaymentSdkOptions> configure)
    {
        Options.Configure(configure);
        return this;
    }

    private bool IsRegistration(string path) => PaymentRegistration.All(_services).Any(registration => registration.IsAt(path));

    private void AddServices()
    {
        var name = _registration.Name;
        ProtectedEndpointCheck.AddTo(_services);
        _services.AddLogging();
        _services.TryAddSingleton(TimeProvider.System);
        _services.AddKeyedSingleton(name, _registration);
        Options.PostConfigure<IServiceProvider>((options, provider) =>
        {
            if (provider.GetService<IConfiguration>() is not { } configuration)
                return;
            if (!_registration.HasSource)
                MisplacedSections.FindUnread(configuration, _registration, options);
            MisplacedSections.FindMisnamed(configuration, _registration, options, IsRegistration);
        });
        Options.ValidateOnStart();
        _services.AddSingleton<IValidateOptions<PaymentSdkOptions>>(new PaymentSdkOptionsValidator(_registration));
        _services.AddSingleton<IOptionsChangeTokenSource<PaymentSdkOptions>>(provider =>
            new SettingsChangeTokenSource(_registration, provider.GetRequiredKeyedService<IPaymentSettingsSource>(name)));
        _services.AddKeyedSingleton<IPaymentSettingsSource>(name, (provider, _) => new PaymentSettingsSource(
            _registration,
            provider.GetRequiredService<IOptionsFactory<PaymentSdkOptions>>(),
            provider.GetKeyedServices<SettingsSection>(name),
            provider.GetRequiredService<ILogger<IPaymentClient>>()));
        _services.AddKeyedSingleton(name, (provider, _) => new ApiPulse(provider.GetRequiredService<TimeProvider>()));
        _services.AddKeyedSingleton<IPaymentClient>(name, (provider, _) => PaymentClient.Create(provider, _registration));
        _services.AddKeyedSingleton(name, (provider, _) => PaymentHttpClients.Create(provider, _registration));
        _services.AddSingleton(provider => provider.GetRequiredKeyedService<PaymentHttpClients>(name));
        _services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HttpDefaultsCheck>());
        PaymentPipeline.Add(Builder.HttpClient, _registration);
        PaymentChecks.Add(_services, _registration);
        if (name.Length == 0)
            AddUnkeyed();
    }

    private void AddUnkeyed()
    {
        _services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IPaymentClient>(""));
        _services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IPaymentSettingsSource>(""));
    }

    private static IConfiguration HostConfiguration(IServiceProvider services) => services.GetService<IConfiguration>()
        ?? throw new InvalidOperationException("AddPaymentSdk() reads its settings from the host's configuration, and there is no IConfiguration among the services. Add one, or pass the settings: AddPaymentSdk(options => ...).");

    // The section of a named registration is next to the settings of the default one, so a registration must not have the name of a setting.
    private static void CheckName(string name)
    {
        if (name.Length > 32 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new ArgumentException($"'{name}' cannot name a registration: use 1 to 32 characters of A-Z a-z 0-9 - _.", nameof(name));
        if (SettingNames.All.Contains(name))
            throw new ArgumentException($"'{name}' cannot name a registration: Payment:{name} is a setting of the default one.", nameof(name));
    }
}
