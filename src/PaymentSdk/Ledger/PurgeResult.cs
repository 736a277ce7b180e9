namespace PaymentSdk;

/// <summary>The number of rows that a purge deleted.</summary>
/// <param name="Purchases">The number of purchases, which are deleted with their attempts, refunds, journal and events.</param>
/// <param name="Movements">The number of money movements.</param>
/// <param name="Messages">The number of webhooks.</param>
public sealed record PurgeResult(int Purchases, int Movements, int Messages);
