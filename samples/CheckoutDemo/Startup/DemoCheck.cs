using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>The doctor's line for the settings that are the demo's own.</summary>
internal sealed class DemoCheck(IReadOnlyList<string> faults) : IPaymentCheck
{
    public string Name => "demo";

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaymentCheckResult>>(
        faults.Count == 0
            ? [new(Name, PaymentCheckState.Ok, "The demo's own settings are right.")]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault))]);
}
