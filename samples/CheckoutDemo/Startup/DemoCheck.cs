using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>Checks the settings of one part of the demo, the shop or the laboratory, for the doctor command.</summary>
internal sealed class DemoCheck(string part, IReadOnlyList<string> faults) : IPaymentCheck
{
    public string Name => part;

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaymentCheckResult>>(
        faults.Count == 0
            ? [new(Name, PaymentCheckState.Ok, "The demo's settings for this part are valid.")]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault))]);
}
