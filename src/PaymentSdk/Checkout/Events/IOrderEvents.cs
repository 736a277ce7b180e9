namespace PaymentSdk;

/// <summary>
/// The events that no handler has taken yet, for operators: one that keeps failing stops its purchase until it is
/// fixed or skipped. A singleton per registration, keyed by its name; the default one is unkeyed too.
/// </summary>
public interface IOrderEvents
{
    /// <summary>Events that are neither delivered nor skipped, oldest first, with how often they failed and when they are tried next.</summary>
    /// <param name="maxCount">How many at most, from 1. Default 100.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<IReadOnlyList<UndeliveredEvent>> ListUndeliveredAsync(int maxCount = 100, CancellationToken cancellationToken = default);

    /// <summary>Delivers an event as soon as the events of its purchase before it are done, however long it was to wait, and begins its retries anew.</summary>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<DeliveryResult> RetryAsync(Guid eventId, CancellationToken cancellationToken = default);

    /// <summary>Gives an event up: no handler gets it any more, and the next event of its purchase follows. The ledger keeps who did it and why.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="who">Who decides, 1 to 100 characters.</param>
    /// <param name="why">Why, 1 to 500 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException"><paramref name="who"/> or <paramref name="why"/> is empty, too long or holds control characters.</exception>
    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    Task<DeliveryResult> SkipAsync(Guid eventId, string who, string why, CancellationToken cancellationToken = default);
}
