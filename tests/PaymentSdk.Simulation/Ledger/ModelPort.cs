using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// The ledger's port over the model. Each member passes its work on the model and the same call on a real ledger to the derived class, which
/// decides how the call is made.
/// </summary>
internal abstract class ModelPort : IOrderLedger
{
    public ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        ReadAsync("Find", SubjectOf(merchant, orderId), model => model.Find(merchant, orderId), twin => twin.FindAsync(merchant, orderId, default), cancellationToken);

    public ValueTask<AttemptSnapshot?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ReadAsync("FindPurchase", purchaseId.Value, model => model.FindPurchase(merchant, purchaseId), twin => twin.FindPurchaseAsync(merchant, purchaseId, default), cancellationToken);

    public ValueTask<AttemptSnapshot?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken) =>
        ReadAsync("FindPayment", "", model => model.FindPayment(merchant, paymentKey), twin => twin.FindPaymentAsync(merchant, paymentKey, default), cancellationToken);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        ReadAsync("GetTime", "", model => model.Now, twin => twin.GetTimeAsync(default), cancellationToken);

    public ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        WriteAsync(CommitName.Of(commit), commit.Purchase.PurchaseId.Value, model => model.Commit(commit), twin => twin.CommitAsync(commit, default), cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        WriteAsync("ClaimDue", "", model => model.ClaimDue(merchant, lane, maxCount, lease), twin => twin.ClaimDueAsync(merchant, lane, maxCount, lease, default), cancellationToken);

    public ValueTask<int> CountDueAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync("CountDue", "", model => model.CountDue(merchant, lane, within, maxCount), twin => twin.CountDueAsync(merchant, lane, within, maxCount, default), cancellationToken);

    public virtual ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken) =>
        WriteAsync("Beat", "", model => model.Beat(merchant, process, within), twin => twin.BeatAsync(merchant, process, within, default), cancellationToken);

    public async ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken) =>
        await WriteAsync(
            "MakeDue",
            SubjectOf(merchant, orderId),
            model => Done(() => model.MakeDue(merchant, orderId, atMostEvery)),
            async twin =>
            {
                await twin.MakeDueAsync(merchant, orderId, atMostEvery, default);
                return true;
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        ReadAsync("ReadRefunds", SubjectOf(merchant, orderId), model => model.ReadRefunds(merchant, orderId), twin => twin.ReadRefundsAsync(merchant, orderId, default), cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ReadAsync("ReadJournal", purchaseId.Value, model => model.ReadJournal(merchant, purchaseId), twin => twin.ReadJournalAsync(merchant, purchaseId, default), cancellationToken);

    public ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ReadAsync("ReadEvents", purchaseId.Value, model => model.ReadEvents(merchant, purchaseId), twin => twin.ReadEventsAsync(merchant, purchaseId, default), cancellationToken);

    public ValueTask<IReadOnlyList<EventDelivery>> ClaimEventsAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        WriteAsync("ClaimEvents", "", model => model.ClaimEvents(merchant, maxCount, lease), twin => twin.ClaimEventsAsync(merchant, maxCount, lease, default), cancellationToken);

    public ValueTask<bool> RecordDeliveryAsync(EventDelivery delivery, CancellationToken cancellationToken) =>
        WriteAsync("RecordDelivery", delivery.Event.PurchaseId.Value, model => model.RecordDelivery(delivery), twin => twin.RecordDeliveryAsync(delivery, default), cancellationToken);

    public ValueTask<EventDelivery?> FindEventAsync(string merchant, Guid eventId, CancellationToken cancellationToken) =>
        ReadAsync("FindEvent", "", model => model.FindEvent(merchant, eventId), twin => twin.FindEventAsync(merchant, eventId, default), cancellationToken);

    public ValueTask<IReadOnlyList<EventDelivery>> ListUndeliveredAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync("ListUndelivered", "", model => model.ListUndelivered(merchant, maxCount), twin => twin.ListUndeliveredAsync(merchant, maxCount, default), cancellationToken);

    public ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken) =>
        WriteAsync("Receive", SubjectOf(message), model => model.Receive(message, mostWaiting, replayWithin), twin => twin.ReceiveAsync(message, mostWaiting, replayWithin, default), cancellationToken);

    public ValueTask<IReadOnlyList<InboxMessage>> ClaimMessagesAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken) =>
        WriteAsync("ClaimMessages", "", model => model.ClaimMessages(merchant, maxCount, lease), twin => twin.ClaimMessagesAsync(merchant, maxCount, lease, default), cancellationToken);

    public ValueTask<bool> RecordHandlingAsync(InboxMessage message, CancellationToken cancellationToken) =>
        WriteAsync("RecordHandling", SubjectOf(message), model => model.RecordHandling(message), twin => twin.RecordHandlingAsync(message, default), cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ListAsync(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync("List", "", model => model.List(merchant, states, maxCount), twin => twin.ListAsync(merchant, states, maxCount, default), cancellationToken);

    public ValueTask<IReadOnlyList<AttemptSnapshot>> ListRecentAsync(string merchant, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync("ListRecent", "", model => model.ListRecent(merchant, maxCount), twin => twin.ListRecentAsync(merchant, maxCount, default), cancellationToken);

    public ValueTask<IReadOnlyList<RefundRecord>> ListRefundsAsync(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync("ListRefunds", "", model => model.ListRefunds(merchant, states, maxCount), twin => twin.ListRefundsAsync(merchant, states, maxCount, default), cancellationToken);

    public ValueTask<IReadOnlyList<Attempt>> ReadAttemptsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ReadAsync("ReadAttempts", purchaseId.Value, model => model.ReadAttempts(merchant, purchaseId), twin => twin.ReadAttemptsAsync(merchant, purchaseId, default), cancellationToken);

    public ValueTask<int> AddMovementsAsync(IReadOnlyList<MoneyMovement> lines, CancellationToken cancellationToken) =>
        WriteAsync("AddLines", "", model => model.AddMovements(lines), twin => twin.AddMovementsAsync(lines, default), cancellationToken);

    public ValueTask<IReadOnlyList<MoneyMovement>> ReadMovementsAsync(string merchant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync("ReadLines", "", model => model.ReadMovements(merchant, from, to), twin => twin.ReadMovementsAsync(merchant, from, to, default), cancellationToken);

    public async ValueTask SaveBreaksAsync(IReadOnlyList<ReconciliationBreak> breaks, CancellationToken cancellationToken) =>
        await WriteAsync(
            "SaveBreaks",
            "",
            model => Done(() => model.SaveBreaks(breaks)),
            async twin =>
            {
                await twin.SaveBreaksAsync(breaks, default);
                return true;
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<ReconciliationBreak>> ListBreaksAsync(string merchant, bool withClosed, CancellationToken cancellationToken) =>
        ReadAsync("ListBreaks", "", model => model.ListBreaks(merchant, withClosed), twin => twin.ListBreaksAsync(merchant, withClosed, default), cancellationToken);

    public ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken) =>
        ReadAsync("ReadFigures", "", model => model.ReadStatistics(merchant), twin => twin.ReadStatisticsAsync(merchant, default), cancellationToken);

    public ValueTask<PurgeResult> PurgeAsync(string merchant, PurgeLimits limits, CancellationToken cancellationToken) =>
        WriteAsync("Purge", "", model => model.Purge(merchant, limits), twin => twin.PurgeAsync(merchant, limits, default), cancellationToken);

    /// <summary>Makes one call.</summary>
    /// <param name="operation">The name of the call in coverage, traces and crash points.</param>
    /// <param name="subject">The purchase that the call is about; empty when there is none.</param>
    /// <param name="writes">Whether the call may change a row.</param>
    /// <param name="work">The work on the model.</param>
    /// <param name="twin">The same call on a real ledger that runs in addition to the model.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected abstract ValueTask<T> CallAsync<T>(
        string operation, string subject, bool writes, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin, CancellationToken cancellationToken);

    /// <summary>Returns the purchase of an order id; empty when unknown.</summary>
    protected abstract string SubjectOf(string merchant, OrderId orderId);

    private string SubjectOf(InboxMessage message) => message.OrderId is { } orderId ? SubjectOf(message.Merchant, orderId) : "";

    private ValueTask<T> ReadAsync<T>(string operation, string subject, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin, CancellationToken cancellationToken) =>
        CallAsync(operation, subject, writes: false, work, twin, cancellationToken);

    private ValueTask<T> WriteAsync<T>(string operation, string subject, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin, CancellationToken cancellationToken) =>
        CallAsync(operation, subject, writes: true, work, twin, cancellationToken);

    private static bool Done(Action work)
    {
        work();
        return true;
    }
}
