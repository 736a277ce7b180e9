namespace PaymentSdk;

/// <summary>Who may deliver webhooks (section <c>Payment:Webhooks</c>).</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// Addresses (<c>13.124.18.147</c>) and networks (<c>10.0.0.0/8</c>) that webhooks are taken from; all others get 403. The
    /// address is the one of the connection, after forwarded headers. Default empty: from anywhere, because a webhook is an unverified notification
    /// whoever sends it.
    /// </summary>
    public IList<string> AllowedSources { get; } = [];
}
