namespace PaymentSdk;

/// <summary>The settings of webhooks (section <c>Payment:Webhooks</c>).</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// The addresses (<c>13.124.18.147</c>) and networks (<c>10.0.0.0/8</c>) that webhooks are accepted from; all others receive 403. The address
    /// of the connection is compared, after forwarded headers. Default empty, which accepts webhooks from any address, because a webhook is an
    /// unverified notification in any case.
    /// </summary>
    public IList<string> AllowedSources { get; } = [];
}
