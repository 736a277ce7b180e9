using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Simulation.Tests;

/// <summary>The model of the ledger fulfills the contract of every ledger, so that results of the simulator also apply to the databases.</summary>
public sealed class ModelLedgerContract : LedgerContract
{
    private readonly LedgerModel _model = new(TimeProvider.System.GetUtcNow);

    protected override ValueTask<IOrderLedger> OpenLedgerAsync() => ValueTask.FromResult<IOrderLedger>(new LockedLedger(_model));

    /// <summary>The model for callers on several threads, one call at a time.</summary>
    private sealed class LockedLedger(LedgerModel model) : ModelPort
    {
        protected override ValueTask<T> CallAsync<T>(
            string operation, string subject, bool writes, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (model)
                return ValueTask.FromResult(work(model));
        }

        protected override string SubjectOf(string merchant, OrderId orderId) => "";
    }
}
