namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>The result of reconciling one day.</summary>
internal sealed record DayResult(IReadOnlyList<ReconciliationSum> Sums, int MovementsAdded, IReadOnlyList<OrderId> Repaired);
