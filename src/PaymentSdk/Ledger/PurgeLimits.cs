namespace PaymentSdk.Ledger;

/// <summary>The age limits: data from before these times is deleted.</summary>
/// <param name="NeverPaid">
/// The limit for purchases that were never paid and have no open work, compared with the time at which they were opened.
/// </param>
/// <param name="Payments">The limit for purchases that were paid or refunded, compared with the time of their last move.</param>
/// <param name="Inbox">The limit for webhooks, compared with the time at which they were received.</param>
public sealed record PurgeLimits(DateTimeOffset NeverPaid, DateTimeOffset Payments, DateTimeOffset Inbox);
