using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>One registration as the doctor examines it, with its settings as they were written, valid or not.</summary>
internal sealed class CheckedRegistration(IServiceProvider services, PaymentRegistration registration)
{
    public IServiceProvider Services => services;

    public PaymentRegistration Registration => registration;

    /// <summary>Returns the name of a line in the report: <c>keys</c>, or <c>keys of b</c> for the registration <c>b</c>.</summary>
    public string Line(string name) => registration.Name.Length == 0 ? name : $"{name} of {registration.Name}";

    /// <summary>Returns the settings, configured as for the host but not validated, because the doctor also examines invalid ones.</summary>
    public PaymentSdkOptions Options() => new OptionsFactory<PaymentSdkOptions>(
        services.GetServices<IConfigureOptions<PaymentSdkOptions>>(),
        services.GetServices<IPostConfigureOptions<PaymentSdkOptions>>(),
        []).Create(registration.Name);

    public (IReadOnlyList<string> Keys, IReadOnlyList<string> Others) Faults() => new PaymentSdkOptionsValidator(registration).Faults(Options());
}
