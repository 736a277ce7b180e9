namespace PaymentSdk.Doctor;

/// <summary>Whether the settings besides the keys can be used.</summary>
internal sealed class SettingsCheck(CheckedRegistration registration) : IPaymentCheck
{
    public string Name => registration.Line("settings");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = registration.Faults().Others;
        return Task.FromResult<IReadOnlyList<PaymentCheckResult>>(faults.Count == 0
            ? [new(Name, PaymentCheckState.Ok, $"{registration.Registration.SettingsPath} can be read; script {registration.Options().ScriptAddress}.")]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault, "The host does not start with it."))]);
    }
}
