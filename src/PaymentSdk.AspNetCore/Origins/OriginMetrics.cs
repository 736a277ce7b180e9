using System.Diagnostics.Metrics;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Counts decisions with the counter <c>paymentsdk.origin.decisions</c> of the meter <c>PaymentSdk.AspNetCore.Origins</c>, by merchant and outcome.
/// </summary>
internal sealed class OriginMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _decisions = meters.Create("PaymentSdk.AspNetCore.Origins").CreateCounter<long>(
        "paymentsdk.origin.decisions", "{decision}", "Origin decisions: allowed, passed, preflight, or the slug of the refusal.");

    public void LetIn(OriginDecision decision) => Count(decision.Merchant, decision.Verdict == OriginVerdict.Allowed ? "allowed" : "passed");

    public void Preflight(string merchant) => Count(merchant, "preflight");

    public void Refused(string merchant, string slug) => Count(merchant, slug);

    private void Count(string merchant, string outcome)
    {
        if (_decisions.Enabled)
            _decisions.Add(1, new("merchant", merchant), new("outcome", outcome));
    }
}
