namespace PaymentSdk;

/// <summary>What moved through one method in one currency, in our books and in the gateway's.</summary>
/// <param name="Method">The method, as the API names it; <c>-</c> where it named none.</param>
/// <param name="Currency">The currency.</param>
/// <param name="OurCount">How many lines our books have.</param>
/// <param name="Ours">Their sum: what came in less what went back.</param>
/// <param name="TheirCount">How many movements the gateway has.</param>
/// <param name="Theirs">Their sum.</param>
public sealed record ReconciliationSum(string Method, Currency Currency, int OurCount, decimal Ours, int TheirCount, decimal Theirs)
{
    /// <summary>Ours less theirs: 0 when the books agree.</summary>
    public decimal Difference => Ours - Theirs;
}
