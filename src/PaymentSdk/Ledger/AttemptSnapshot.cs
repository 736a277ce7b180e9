namespace PaymentSdk.Ledger;

/// <summary>An attempt and its purchase, read together, with the database time of the read.</summary>
/// <param name="Purchase">The purchase.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Now">When the rows were read, in database time.</param>
public sealed record AttemptSnapshot(Purchase Purchase, Attempt Attempt, DateTimeOffset Now);
