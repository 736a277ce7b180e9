namespace PaymentSdk;

/// <summary>The settings of webhooks (section <c>Payment:Webhooks</c>).</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// The addresses (<c>13.124.18.147</c>) and networks (<c>10.0.0.0/8</c>) from which webhooks are accepted; all other senders receive 403. The
    /// remote address is compared after forwarded headers have been applied. Default empty, which accepts webhooks from any address, because a
    /// webhook is an unverified notification in any case.
    /// </summary>
    public IList<string> AllowedSources { get; } = [];
}
