using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>Registers the checks of every registration, in the order of the report.</summary>
internal static class PaymentChecks
{
    public static void Add(IServiceCollection services, PaymentRegistration registration)
    {
        services.TryAddSingleton<ExaminedHost>();
        services.AddKeyedSingleton(registration.Name, (provider, _) => new CheckedRegistration(provider, registration));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<CheckedRegistration>(registration.Name));
        Add(services, registration, settings => new KeysCheck(settings));
        Add(services, registration, settings => new SettingsCheck(settings));
        Add(services, registration, settings => new ApiCheck(settings));
        Add(services, registration, settings => new LedgerCheck(settings));
    }

    public static void Add(IServiceCollection services, PaymentRegistration registration, Func<CheckedRegistration, IPaymentCheck> check) =>
        services.AddSingleton(provider => check(provider.GetRequiredKeyedService<CheckedRegistration>(registration.Name)));
}

/// <summary>Checks that the keys are valid, are of the right kind and belong together, and reports whether they move real money.</summary>
internal sealed class KeysCheck(CheckedRegistration registration) : IPaymentCheck
{
    private const string Advice = "Copy both keys of one pair from the developer center, and restart.";

    public string Name => registration.Line("keys");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = registration.Faults().Keys;
        return Task.FromResult<IReadOnlyList<PaymentCheckResult>>(faults.Count == 0
            ? [Pair(registration.Options()), Mode(registration.Options())]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault, Advice))]);
    }

    private PaymentCheckResult Pair(PaymentSdkOptions options) =>
        new(Name, PaymentCheckState.Ok, $"{KeyShape.Describe(options.SecretKey)} and {KeyShape.Describe(options.ClientKey)} are keys of the same kind.");

    private PaymentCheckResult Mode(PaymentSdkOptions options)
    {
        var name = registration.Line("mode");
        var host = registration.Services.GetService<IHostEnvironment>();
        return (KeyShape.Of(options.SecretKey)!.Value.IsTest, host) switch
        {
            (true, { } production) when production.IsProduction() =>
                new(name, PaymentCheckState.Warning, "Test keys in Production: buyers pay nothing.", "Configure the live pair before the shop opens."),
            (true, _) => new(name, PaymentCheckState.Ok, "Test keys: no money moves."),
            (false, { } development) when development.IsDevelopment() =>
                new(name, PaymentCheckState.Warning, "Live keys in Development: real money moves.", "Use the test pair where nothing is sold."),
            _ => new(name, PaymentCheckState.Ok, "Live keys: real money moves."),
        };
    }
}

/// <summary>Checks that all settings except the keys can be used.</summary>
internal sealed class SettingsCheck(CheckedRegistration registration) : IPaymentCheck
{
    public string Name => registration.Line("settings");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = registration.Faults().Others;
        return Task.FromResult<IReadOnlyList<PaymentCheckResult>>(faults.Count == 0
            ? [new(Name, PaymentCheckState.Ok, $"{registration.Registration.SettingsPath} can be read; script {registration.Options().ScriptAddress}.")]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault, "Correct the setting; the host does not start with this fault."))]);
    }
}

/// <summary>Checks whether the ledger reports that it can be read and written (<see cref="IOrderLedger.CheckAsync"/>).</summary>
internal sealed class LedgerCheck(CheckedRegistration registration) : IPaymentCheck
{
    public string Name => registration.Line("ledger");

    public async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        if (registration.Services.GetKeyedService<IOrderLedger>(registration.Registration.Name) is not { } ledger)
            return [new(Name, PaymentCheckState.Ok, "This host has no ledger: it only calls the API and confirms no payments through ICheckout.")];
        try
        {
            return [new(Name, PaymentCheckState.Ok, await ledger.CheckAsync(cancellationToken).ConfigureAwait(false))];
        }
        catch (LedgerException failure)
        {
            return [new(Name, PaymentCheckState.Fault, failure.Message, "No payment is confirmed while the ledger is unavailable.")];
        }
    }
}
