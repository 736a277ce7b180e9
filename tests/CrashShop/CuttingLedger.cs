using PaymentSdk;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace CrashShop;

/// <summary>
/// Places a boundary of <see cref="Knife"/> before and after every read and commit of the ledger. The claims of the recovery worker have none,
/// because they are not part of the confirm path.
/// </summary>
internal sealed class CuttingLedger(IOrderLedger ledger, Knife knife) : PassingLedger(ledger)
{
    public override async ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
    {
        knife.Cut("before a read");
        var entry = await base.FindAsync(merchant, orderId, cancellationToken);
        knife.Cut("after a read");
        return entry;
    }

    public override async ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        knife.Cut($"before the commit of {commit.Moves[0].Attempt.State}");
        var result = await base.CommitAsync(commit, cancellationToken);
        knife.Cut($"after the commit of {commit.Moves[0].Attempt.State}");
        return result;
    }
}
