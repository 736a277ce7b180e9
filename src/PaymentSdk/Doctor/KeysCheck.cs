using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>Whether the keys are keys, of the right kind, and a pair; and whether money moves with them.</summary>
internal sealed class KeysCheck(CheckedRegistration registration) : IPaymentCheck
{
    private const string Advice = "Copy both keys of one pair from the developer centre, and restart.";

    public string Name => registration.Line("keys");

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = registration.Faults().Keys;
        return Task.FromResult<IReadOnlyList<PaymentCheckResult>>(faults.Count == 0
            ? [Pair(registration.Options()), Mode(registration.Options())]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault, Advice))]);
    }

    private PaymentCheckResult Pair(PaymentSdkOptions options) =>
        new(Name, PaymentCheckState.Ok, $"{KeyShape.Describe(options.SecretKey)} and {KeyShape.Describe(options.ClientKey)} are a pair by their kind.");

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
