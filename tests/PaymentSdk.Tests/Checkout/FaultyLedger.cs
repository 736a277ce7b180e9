using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A real ledger whose answers are lost, late or wrong, as a test requires.</summary>
internal sealed class FaultyLedger(IOrderLedger ledger) : PassingLedger(ledger)
{
    /// <summary>Replaces every commit. It gets the real commit, which it may call any number of times.</summary>
    public Func<Func<ValueTask<LedgerCommitResult>>, ValueTask<LedgerCommitResult>> Commit { get; set; } = real => real();

    public Action BeforeMakeDue { get; set; } = () => { };

    /// <summary>Runs before recovery claims due rows.</summary>
    public Action Claim { get; set; } = () => { };

    /// <summary>Runs once, after a row was read and before its reader gets it.</summary>
    public Func<Task>? AfterFind { get; set; }

    /// <summary>Wraps the ledger of the default registration.</summary>
    public static void Wrap(PaymentSdkBuilder payments) => Around(payments, real => new FaultyLedger(real));

    public override async ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
    {
        var found = await base.FindAsync(merchant, orderId, cancellationToken);
        if (AfterFind is { } after)
        {
            AfterFind = null;
            await after();
        }

        return found;
    }

    public override ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        Commit(() => base.CommitAsync(commit, cancellationToken));

    public override ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken)
    {
        Claim();
        return base.ClaimDueAsync(merchant, lane, maxCount, lease, cancellationToken);
    }

    public override ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken)
    {
        BeforeMakeDue();
        return base.MakeDueAsync(merchant, orderId, atMostEvery, cancellationToken);
    }
}
