namespace PaymentSdk;

/// <summary>How much was deleted.</summary>
/// <param name="Purchases">Purchases, with their attempts, refunds, journal and events.</param>
/// <param name="Movements">Lines of the books.</param>
/// <param name="Messages">Webhooks.</param>
public sealed record PurgeResult(int Purchases, int Movements, int Messages);
