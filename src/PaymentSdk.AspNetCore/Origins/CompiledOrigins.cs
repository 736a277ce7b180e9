
namespace PaymentSdk.AspNetCore.Origins;

/// <summary>A snapshot with the two decisions that let requests in. They are created once, so that a request allocates none.</summary>
internal sealed class CompiledOrigins(string merchant, MerchantOriginSnapshot snapshot)
{
    public MerchantOriginSnapshot Snapshot { get; } = snapshot;

    public OriginDecision Allowed { get; } = new(merchant, OriginVerdict.Allowed, snapshot.Rules.AllowCredentials);

    public OriginDecision Passed { get; } = new(merchant, OriginVerdict.Passed, Credentials: false);
}
