namespace PaymentSdk.Ledger;

/// <summary>An attempt with its purchase, read together, and the database's time of the reading.</summary>
/// <param name="Purchase">The purchase.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Now">The time of the reading, in database time.</param>
public sealed record AttemptSnapshot(Purchase Purchase, Attempt Attempt, DateTimeOffset Now);
