using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>
/// The port to the ledger: dumb, durable, conditional. What a move means is decided by the checkout process; the ledger
/// only keeps the promise that a commit is whole, durable when acknowledged, and refused when its row has moved on.
/// Every <c>IOrderLedger</c> must pass the <c>LedgerContract</c> tests. Failures are <see cref="LedgerException"/>.
/// </summary>
/// <remarks>
/// Calling it is stable. Implementing it is experimental until a second implementation ships: minor versions may add members, and the
/// contract tests say what each has to do.
/// </remarks>
public interface IOrderLedger : IEventOutbox, IWebhookInbox, ILedgerQueries
{
    /// <summary>The attempt of this order id with its purchase; null when unknown.</summary>
    ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken);

    /// <summary>The newest attempt of this purchase; null when unknown.</summary>
    ValueTask<AttemptSnapshot?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>The attempt that holds this payment key; null when none does.</summary>
    ValueTask<AttemptSnapshot?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken);

    /// <summary>The time of the database: what leases and due times are measured by.</summary>
    ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken);

    /// <summary>Writes one commit: all of it or nothing, durable when this returns <see cref="LedgerCommitResult.Committed"/>.</summary>
    ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Takes over up to <paramref name="maxCount"/> attempts of one lane that are due (<see cref="Attempt.DueAt"/> has come)
    /// and whose lease is over, oldest first: raises the fencing token and sets the lease, by conditional update, so that of
    /// several claimers each row has exactly one.
    /// </summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>How many attempts of a lane are due now or within <paramref name="within"/>, leased ones included; counting stops at <paramref name="maxCount"/>.</summary>
    ValueTask<int> CountDueAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken);

    /// <summary>Writes that this process is alive, and forgets processes that were not for an hour.</summary>
    /// <returns>How many processes of the merchant were alive within <paramref name="within"/>, this one among them.</returns>
    ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a waiting attempt due now in <see cref="RecoveryLane.Requested"/>, unless it was queried within
    /// <paramref name="atMostEvery"/>: a later due time is brought forward, an overdue one stays, and so does a more urgent lane.
    /// Changes nothing for an attempt without a due time.
    /// </summary>
    ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken);

    /// <summary>The refunds of an attempt, in the order they were asked for.</summary>
    ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken);

    /// <summary>The journal of a purchase, in the order it was written.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>The events of a purchase, in order.</summary>
    ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>
    /// What the doctor (<c>RunPaymentDoctorAsync</c>) asks: whether this ledger could be read and written now. Changes nothing. By
    /// default it reads; a ledger that can say more (tables, migrations, who may write) says it here.
    /// </summary>
    /// <returns>What was found, in one sentence.</returns>
    /// <exception cref="LedgerException">It could not; the message says what to do.</exception>
    async ValueTask<string> CheckAsync(CancellationToken cancellationToken)
    {
        await GetTimeAsync(cancellationToken).ConfigureAwait(false);
        return "The ledger answers.";
    }
}
