using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Shared;

/// <summary>A ledger that forwards every call to another ledger. A test overrides the calls that it intercepts.</summary>
public abstract class PassingLedger(IOrderLedger ledger) : IOrderLedger
{
    /// <summary>Wraps the ledger of a registration.</summary>
    public static void Around(PaymentSdkBuilder payments, Func<IOrderLedger, PassingLedger> wrap)
    {
        var real = payments.Services.Single(service => service.ServiceType == typeof(IOrderLedger) && Equals(service.ServiceKey, payments.Name));
        payments.Services.Remove(real);
        payments.Services.AddKeyedSingleton<IOrderLedger>(payments.Name, (services, name) => wrap((IOrderLedger)real.KeyedImplementationFactory!(services, name)));
    }

    public virtual ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        ledger.FindAsync(merchant, orderId, cancellationToken);

    public virtual ValueTask<AttemptSnapshot?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.FindPurchaseAsync(merchant, purchaseId, cancellationToken);

    public virtual ValueTask<AttemptSnapshot?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken) =>
        ledger.FindPaymentAsync(merchant, paymentKey, cancellationToken);

    public virtual ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        ledger.GetTimeAsync(cancellationToken);

    public virtual ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        ledger.CommitAsync(commit, cancellationToken);

    public virtual ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        ledger.ClaimDueAsync(merchant, lane, maxCount, lease, cancellationToken);

    public virtual ValueTask<int> CountDueAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken) =>
        ledger.CountDueAsync(merchant, lane, within, maxCount, cancellationToken);

    public virtual ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken) =>
        ledger.BeatAsync(merchant, process, within, cancellationToken);

    public virtual ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken) =>
        ledger.MakeDueAsync(merchant, orderId, atMostEvery, cancellationToken);

    public virtual ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        ledger.ReadRefundsAsync(merchant, orderId, cancellationToken);

    public virtual ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadJournalAsync(merchant, purchaseId, cancellationToken);

    public virtual ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadEventsAsync(merchant, purchaseId, cancellationToken);

    public virtual ValueTask<IReadOnlyList<EventDelivery>> ClaimEventsAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        ledger.ClaimEventsAsync(merchant, maxCount, lease, cancellationToken);

    public virtual ValueTask<bool> RecordDeliveryAsync(EventDelivery delivery, CancellationToken cancellationToken) =>
        ledger.RecordDeliveryAsync(delivery, cancellationToken);

    public virtual ValueTask<EventDelivery?> FindEventAsync(string merchant, Guid eventId, CancellationToken cancellationToken) =>
        ledger.FindEventAsync(merchant, eventId, cancellationToken);

    public virtual ValueTask<IReadOnlyList<EventDelivery>> ListUndeliveredAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        ledger.ListUndeliveredAsync(merchant, maxCount, cancellationToken);

    public virtual ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken) =>
        ledger.ReceiveAsync(message, mostWaiting, replayWithin, cancellationToken);

    public virtual ValueTask<IReadOnlyList<InboxMessage>> ClaimMessagesAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        ledger.ClaimMessagesAsync(merchant, maxCount, lease, cancellationToken);

    public virtual ValueTask<bool> RecordHandlingAsync(InboxMessage message, CancellationToken cancellationToken) =>
        ledger.RecordHandlingAsync(message, cancellationToken);

    public virtual ValueTask<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken) =>
        ledger.ListAsync(merchant, states, maxCount, cancellationToken);

    public virtual ValueTask<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken) =>
        ledger.ListRefundsAsync(merchant, states, maxCount, cancellationToken);

    public virtual ValueTask<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        ledger.ListRecentAsync(merchant, maxCount, cancellationToken);

    public virtual ValueTask<IReadOnlyList<Attempt>> ReadAttemptsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadAttemptsAsync(merchant, purchaseId, cancellationToken);

    public virtual ValueTask<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken) =>
        ledger.AddMovementsAsync(lines, cancellationToken);

    public virtual ValueTask<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ledger.ReadMovementsAsync(merchant, from, to, cancellationToken);

    public virtual ValueTask SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken) =>
        ledger.SaveBreaksAsync(breaks, cancellationToken);

    public virtual ValueTask<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken) =>
        ledger.ListBreaksAsync(merchant, withClosed, cancellationToken);

    public virtual ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken) =>
        ledger.ReadStatisticsAsync(merchant, cancellationToken);

    public virtual ValueTask<PurgeResult> PurgeAsync(string merchant, PurgeLimits limits, CancellationToken cancellationToken) =>
        ledger.PurgeAsync(merchant, limits, cancellationToken);

    public virtual ValueTask<string> CheckAsync(CancellationToken cancellationToken) => ledger.CheckAsync(cancellationToken);
}
