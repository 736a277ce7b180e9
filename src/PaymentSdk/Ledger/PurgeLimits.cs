namespace PaymentSdk.Ledger;

/// <summary>What is old enough to be deleted.</summary>
/// <param name="NeverPaid">Purchases of which nothing was ever paid and nothing is open any more, by the time they were opened.</param>
/// <param name="Payments">Purchases that were paid or refunded, by the time of their last move.</param>
/// <param name="Inbox">Webhooks, by the time they came.</param>
public sealed record PurgeLimits(DateTimeOffset NeverPaid, DateTimeOffset Payments, DateTimeOffset Inbox);
