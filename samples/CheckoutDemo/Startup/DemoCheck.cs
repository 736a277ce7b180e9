using PaymentSdk;

namespace CheckoutDemo.Startup;

/// <summary>The doctor's line for a part of the demo and its own settings: the shop, the laboratory.</summary>
internal sealed class DemoCheck(string part, IReadOnlyList<string> faults) : IPaymentCheck
{
    public string Name => part;

    public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaymentCheckResult>>(
        faults.Count == 0
            ? [new(Name, PaymentCheckState.Ok, "The demo's own settings of it are right.")]
            : [.. faults.Select(fault => new PaymentCheckResult(Name, PaymentCheckState.Fault, fault))]);
}
