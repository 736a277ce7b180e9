namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// The decision that was made for a request, stored as a feature of it. A request has only one, even if the host executes the request again for an
/// error page. Instances are shared between requests.
/// </summary>
internal sealed record OriginDecision(string Merchant, OriginVerdict Verdict, bool Credentials)
{
    public bool LetsIn => Verdict is OriginVerdict.Allowed or OriginVerdict.Passed;
}
