using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>
/// The port to the ledger. The checkout process decides what a move means. The ledger only guarantees that a commit is written whole, is durable
/// once it is acknowledged, and is refused when its row has changed in the meantime. Every <c>IOrderLedger</c> must pass the <c>LedgerContract</c>
/// tests. Failures are reported as <see cref="LedgerException"/>.
/// </summary>
/// <remarks>
/// The interface is stable for callers. For implementers it is experimental until a second implementation ships: minor versions may add members, and
/// the contract tests define what each member must do.
/// </remarks>
public interface IOrderLedger : IEventOutbox, IWebhookInbox, ILedgerQueries
{
    /// <summary>Returns the attempt with this order id and its purchase, or null when the order id is unknown.</summary>
    ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken);

    /// <summary>Returns the newest attempt of a purchase, or null when the purchase is unknown.</summary>
    ValueTask<AttemptSnapshot?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>Returns the attempt that has this payment key, or null when there is none.</summary>
    ValueTask<AttemptSnapshot?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken);

    /// <summary>Returns the time of the database, against which leases and due times are compared.</summary>
    ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes one commit completely or not at all. The commit is durable when this method returns <see cref="LedgerCommitResult.Committed"/>.
    /// </summary>
    ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Claims up to <paramref name="maxCount"/> attempts of one lane that are due (<see cref="Attempt.DueAt"/> has passed) and whose lease has
    /// expired, oldest first. A claim is a conditional update that increments the fencing token and sets the lease, so that exactly one of several
    /// claimers gets each row.
    /// </summary>
    ValueTask<IReadOnlyList<AttemptSnapshot>> ClaimDueAsync(string merchant, RecoveryLane lane, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the attempts of a lane that are due now or within <paramref name="within"/>, including leased attempts. Counting stops at
    /// <paramref name="maxCount"/>.
    /// </summary>
    ValueTask<int> CountDueAsync(string merchant, RecoveryLane lane, TimeSpan within, int maxCount, CancellationToken cancellationToken);

    /// <summary>Records that this process is alive, and removes processes that have not reported for an hour.</summary>
    /// <returns>The number of processes of the merchant that reported within <paramref name="within"/>, including this one.</returns>
    ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a waiting attempt due now in <see cref="RecoveryLane.Requested"/>, unless it was queried within <paramref name="atMostEvery"/>. A later
    /// due time is brought forward; an overdue time and a more urgent lane stay unchanged. Changes nothing for an attempt without a due time.
    /// </summary>
    ValueTask MakeDueAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken);

    /// <summary>Returns the refunds of an attempt, in the order in which they were requested.</summary>
    ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(string merchant, OrderId orderId, CancellationToken cancellationToken);

    /// <summary>Returns the journal of a purchase, in the order in which it was written.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>Returns the events of a purchase, in order.</summary>
    ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken);

    /// <summary>
    /// Checks for the doctor (<c>RunPaymentDoctorAsync</c>) whether this ledger can be read and written now. Changes nothing. The default
    /// implementation only reads the time; a ledger that can report more (tables, migrations, who may write) overrides it.
    /// </summary>
    /// <returns>The finding, in one sentence.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read or written; the message says what to do.</exception>
    async ValueTask<string> CheckAsync(CancellationToken cancellationToken)
    {
        await GetTimeAsync(cancellationToken).ConfigureAwait(false);
        return "The ledger answers.";
    }
}
