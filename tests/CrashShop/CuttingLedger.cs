using PaymentSdk;

namespace CrashShop;

/// <summary>Cuts around every read and commit of the ledger. The recovery worker's claims are left alone: it is not the path under test.</summary>
internal sealed class CuttingLedger(IOrderLedger ledger, Knife knife) : IOrderLedger
{
    public async ValueTask<LedgerEntry?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
    {
        knife.Cut("before a read");
        var entry = await ledger.FindAsync(merchant, orderId, cancellationToken);
        knife.Cut("after a read");
        return entry;
    }

    public async ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        knife.Cut($"before the commit of {commit.Moves[0].Attempt.State}");
        var result = await ledger.CommitAsync(commit, cancellationToken);
        knife.Cut($"after the commit of {commit.Moves[0].Attempt.State}");
        return result;
    }

    public ValueTask<LedgerEntry?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.FindPurchaseAsync(merchant, purchaseId, cancellationToken);

    public ValueTask<LedgerEntry?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken) =>
        ledger.FindPaymentAsync(merchant, paymentKey, cancellationToken);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => ledger.GetTimeAsync(cancellationToken);

    public ValueTask<IReadOnlyList<LedgerEntry>> ClaimDueAsync(string merchant, int most, TimeSpan lease, CancellationToken cancellationToken) =>
        ledger.ClaimDueAsync(merchant, most, lease, cancellationToken);

    public ValueTask WakeAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken) =>
        ledger.WakeAsync(merchant, orderId, atMostEvery, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadJournalAsync(merchant, purchaseId, cancellationToken);

    public ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadEventsAsync(merchant, purchaseId, cancellationToken);
}
