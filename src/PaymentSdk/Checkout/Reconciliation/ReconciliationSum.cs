namespace PaymentSdk;

/// <summary>The sums of the movements of one method in one currency, in the ledger and at the gateway.</summary>
/// <param name="Method">The method, as the API names it; <c>-</c> when it named none.</param>
/// <param name="Currency">The currency.</param>
/// <param name="OurCount">The number of movements in the ledger.</param>
/// <param name="Ours">The sum of the ledger's movements; cancels count negative.</param>
/// <param name="TheirCount">The number of movements at the gateway.</param>
/// <param name="Theirs">The sum of the gateway's movements; cancels count negative.</param>
public sealed record ReconciliationSum(string Method, Currency Currency, int OurCount, decimal Ours, int TheirCount, decimal Theirs)
{
    /// <summary>The ledger's sum minus the gateway's sum; 0 when they agree.</summary>
    public decimal Difference => Ours - Theirs;
}
