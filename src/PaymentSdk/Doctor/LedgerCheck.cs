using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Doctor;

/// <summary>Whether the ledger can be read and written, by its own word (<see cref="IOrderLedger.CheckAsync"/>).</summary>
internal sealed class LedgerCheck(CheckedRegistration registration) : IPaymentCheck
{
    public string Name => registration.Line("ledger");

    public async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        if (registration.Services.GetKeyedService<IOrderLedger>(registration.Registration.Name) is not { } ledger)
            return [new(Name, PaymentCheckState.Ok, "None: this host only calls the API, it confirms no payment through ICheckout.")];
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
