using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The operations of operators and of the reconciliation.</summary>
internal sealed partial class LedgerModel
{
    private static readonly AttemptState[] NothingTaken =
        [AttemptState.Created, AttemptState.Superseded, AttemptState.Declined, AttemptState.Expired, AttemptState.NotSent];

    private static readonly AttemptState[] Ended = [.. NothingTaken, AttemptState.Approved, AttemptState.PartlyCanceled, AttemptState.Canceled];

    private readonly SortedDictionary<string, MoneyMovement> _movements = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ReconciliationBreak> _breaks = new(StringComparer.Ordinal);

    /// <summary>Every money movement, by merchant and transaction key.</summary>
    public IReadOnlyCollection<MoneyMovement> Movements => _movements.Values;

    /// <summary>Every discrepancy, including closed ones.</summary>
    public IReadOnlyCollection<ReconciliationBreak> Breaks => _breaks.Values;

    public IReadOnlyList<AttemptSnapshot> List(string merchant, IReadOnlyCollection<AttemptState> states, int maxCount) =>
        [.. Attempts(merchant).Where(row => states.Contains(row.Attempt.State))
            .OrderBy(row => row.Attempt.ChangedAt).ThenBy(row => row.Attempt.OrderId.Value, StringComparer.Ordinal)
            .Take(maxCount).Select(row => Entry(row)!)];

    public IReadOnlyList<AttemptSnapshot> ListRecent(string merchant, int maxCount) =>
        [.. Attempts(merchant).OrderByDescending(row => row.Attempt.OpenedAt).ThenBy(row => row.Attempt.OrderId.Value, StringComparer.Ordinal)
            .Take(maxCount).Select(row => Entry(row)!)];

    public IReadOnlyList<RefundRecord> ListRefunds(string merchant, IReadOnlyCollection<RefundProgress> states, int maxCount) =>
        [.. Attempts(merchant).SelectMany(row => row.Refunds).Where(refund => states.Contains(refund.State))
            .OrderBy(refund => refund.ChangedAt).ThenBy(refund => refund.OrderId.Value, StringComparer.Ordinal)
            .Take(maxCount)];

    public IReadOnlyList<Attempt> ReadAttempts(string merchant, PurchaseId purchaseId) =>
        [.. (Row(merchant, purchaseId)?.Attempts ?? []).Select(row => row.Attempt).OrderBy(attempt => attempt.Number)];

    public int AddMovements(IReadOnlyList<MoneyMovement> movements) => movements.Count(movement => AddMovement(Stored(movement)));

    public IReadOnlyList<MoneyMovement> ReadMovements(string merchant, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, end) = (Instant(from), Instant(to));
        return [.. _movements.Values.Where(movement => movement.Merchant == merchant && movement.At >= first && movement.At < end)
            .OrderBy(movement => movement.At).ThenBy(movement => movement.TransactionKey, StringComparer.Ordinal)];
    }

    public void SaveBreaks(IReadOnlyList<ReconciliationBreak> breaks)
    {
        foreach (var found in breaks)
            _breaks[Key(found.Merchant, found.TransactionKey)] = found with { OpenedAt = Instant(found.OpenedAt), ClosedAt = Instant(found.ClosedAt) };
    }

    public IReadOnlyList<ReconciliationBreak> ListBreaks(string merchant, bool withClosed) =>
        [.. _breaks.Values.Where(row => row.Merchant == merchant && (withClosed || row.ClosedAt is null))
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.TransactionKey, StringComparer.Ordinal)];

    public LedgerStatistics ReadStatistics(string merchant)
    {
        var attempts = Attempts(merchant).Select(row => row.Attempt).ToList();
        var refunds = Attempts(merchant).SelectMany(row => row.Refunds).ToList();
        return new LedgerStatistics
        {
            Now = Now,
            OldestUnknownSince = attempts.Where(attempt => attempt.State is AttemptState.Confirming or AttemptState.Unknown or AttemptState.Reversing)
                .Min(attempt => attempt.State == AttemptState.Reversing ? attempt.ReversalRequestedAt : attempt.FirstSentAt),
            Attention = attempts.Count(attempt => attempt.State is AttemptState.NeedsAttention or AttemptState.Mismatch)
                + refunds.Count(refund => refund.State == RefundProgress.PayoutFailed || (IsOpen(refund) && refund.AnsweredCount >= RefundRecord.AnswersBeforeAttention)),
            DuplicatePayments = attempts.Count(attempt => attempt.State == AttemptState.DuplicatePayment),
            FailedPayouts = refunds.Count(refund => refund.State == RefundProgress.PayoutFailed),
            OpenBreaks = _breaks.Values.Count(row => row.Merchant == merchant && row.ClosedAt is null),
            OldestUndeliveredSince = _undelivered.Where(purchase => purchase.Purchase.Merchant == merchant)
                .SelectMany(purchase => purchase.Events).Where(row => row.Delivery.DeliveredAt is null).Min(row => (DateTimeOffset?)row.Event.RecordedAt),
            WaitingWebhooks = _waiting.Count(row => row.Message.Merchant == merchant),
        };
    }

    public PurgeResult Purge(string merchant, PurgeLimits limits)
    {
        var (neverPaid, payments, inbox) = (Instant(limits.NeverPaid), Instant(limits.Payments), Instant(limits.Inbox));
        var old = _purchases.Where(purchase => purchase.Purchase.Merchant == merchant && IsOld(purchase, neverPaid, payments)).ToList();
        foreach (var purchase in old)
            Delete(purchase);
        var movements = _movements.Where(movement => movement.Value.Merchant == merchant && movement.Value.At < payments && Row(merchant, movement.Value.OrderId) is null).Select(movement => movement.Key).ToList();
        movements.ForEach(movement => _movements.Remove(movement));
        var messages = _inbox.RemoveAll(row => row.Message.Merchant == merchant && row.Message.ReceivedAt < inbox);
        _waiting.RemoveAll(row => row.Message.Merchant == merchant && row.Message.ReceivedAt < inbox);
        return new PurgeResult(old.Count, movements.Count, messages);
    }

    private static bool IsOld(PurchaseRow purchase, DateTimeOffset neverPaid, DateTimeOffset payments)
    {
        // A purchase with an undelivered event or with undecided money is not deleted.
        if (purchase.Purchase.OpenedAt >= neverPaid || First(purchase) is not null || purchase.Attempts.Exists(IsUndecided))
            return false;
        var attempts = purchase.Attempts.ConvertAll(row => row.Attempt);
        return attempts.TrueForAll(attempt => NothingTaken.Contains(attempt.State) && attempt.ApprovedAt is null)
            || (purchase.Purchase.OpenedAt < payments && attempts.TrueForAll(attempt => attempt.ChangedAt < payments));
    }

    private static bool IsUndecided(AttemptRow row) =>
        !Ended.Contains(row.Attempt.State) || row.Attempt.DueAt is not null || row.Attempt.OpenRefund is not null || row.Attempt.LateApprovalAt is not null
        || row.Refunds.Exists(refund => refund.State is not (RefundProgress.Done or RefundProgress.Refused));

    private static bool IsOpen(RefundRecord refund) => refund.State is RefundProgress.Requested or RefundProgress.Sent or RefundProgress.Unknown or RefundProgress.Pending;

    private void Delete(PurchaseRow purchase)
    {
        foreach (var row in purchase.Attempts)
        {
            Unplan(row);
            _byOrder.Remove((row.Attempt.Merchant, row.Attempt.OrderId.Value));
            if (row.Attempt.PaymentKey is { } key)
                _byPayment.Remove((row.Attempt.Merchant, key.Value));
        }

        foreach (var row in purchase.Events)
        {
            _byEvent.Remove(row.Event.EventId);
            _eventIds.Remove(row.Event.EventId);
        }

        _undelivered.Remove(purchase);
        _purchases.Remove(purchase);
        _byPurchase.Remove((purchase.Purchase.Merchant, purchase.Purchase.PurchaseId.Value));
    }

    private IEnumerable<AttemptRow> Attempts(string merchant) =>
        _purchases.Where(purchase => purchase.Purchase.Merchant == merchant).SelectMany(purchase => purchase.Attempts);

    private bool AddMovement(MoneyMovement movement) => _movements.TryAdd(Key(movement.Merchant, movement.TransactionKey), movement);

    private static string Key(string merchant, string transactionKey) => $"{merchant}\n{transactionKey}";
}
