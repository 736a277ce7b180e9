namespace PaymentSdk.Webhooks;

/// <summary>The result of verifying the signature of a webhook. Only <see cref="Valid"/> proves who sent it.</summary>
public enum WebhookSignatureResult
{
    /// <summary>
    /// The signature matches no configured security key: the body was changed, the payment API did not send the webhook, or the configured keys
    /// are not the current ones.
    /// </summary>
    Wrong,

    /// <summary>The signature or the transmission time is missing. Webhooks of payments have neither.</summary>
    Missing,

    /// <summary>The signature or the transmission time does not have the form that the API uses.</summary>
    Malformed,

    /// <summary>The body is larger than <see cref="WebhookEvent.LargestBody"/>, so it was not hashed.</summary>
    TooLarge,

    /// <summary>The transmission time is too far from now: an old webhook was replayed, or a clock is wrong.</summary>
    OutOfTime,

    /// <summary>No security key is configured, so nothing can be verified.</summary>
    NoKey,

    /// <summary>The payment API sent this body.</summary>
    Valid,
}
