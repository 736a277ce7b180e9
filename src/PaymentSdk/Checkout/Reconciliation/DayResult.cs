namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>What the comparison of one day did.</summary>
internal sealed record DayResult(IReadOnlyList<ReconciliationSum> Sums, int MovementsAdded, IReadOnlyList<OrderId> Repaired);
