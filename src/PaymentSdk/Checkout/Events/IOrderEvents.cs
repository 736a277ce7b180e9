namespace PaymentSdk;

/// <summary>
/// Lists, retries and skips undelivered events, for operators. An event that keeps failing blocks the later events of its purchase until it is
/// delivered or skipped. There is one singleton per registration, keyed by its name; the default one is also registered without a key.
/// </summary>
public interface IOrderEvents
{
    /// <summary>
    /// Returns the events that are neither delivered nor skipped, oldest first, with the number of failures and the time of the next try.
    /// </summary>
    /// <param name="maxCount">The maximum number of events, from 1. Default 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<UndeliveredEvent>> ListUndeliveredAsync(int maxCount = 100, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes an event due now, whatever its remaining wait, and restarts its retries. It is delivered as soon as the earlier events of its
    /// purchase are delivered or skipped.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<DeliveryResult> RetryAsync(Guid eventId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Skips an event permanently. No handler receives it, and the next event of its purchase follows. The ledger stores the actor and the reason.
    /// </summary>
    /// <param name="eventId">The id of the event.</param>
    /// <param name="actor">The actor who decides; 1 to 100 characters.</param>
    /// <param name="reason">The reason; 1 to 500 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="actor"/> or <paramref name="reason"/> is empty, too long or contains control characters.
    /// </exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<DeliveryResult> SkipAsync(Guid eventId, string actor, string reason, CancellationToken cancellationToken = default);
}
