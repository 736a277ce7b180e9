namespace PaymentSdk.Origins;

internal sealed record OriginDiagnosis(string Sentence)
{
    public static OriginDiagnosis Of(string presented, MerchantOriginSnapshot registered) => new($"got {MerchantOriginProblem.Shown(presented)}, which is not among the {registered.Exact.Count} registered.");
}
