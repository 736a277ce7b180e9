namespace PaymentSdk.Webhooks;

/// <summary>What the signature of a webhook proves. Only <see cref="Valid"/> proves anything.</summary>
public enum WebhookSignatureResult
{
    /// <summary>No configured key made it: the body was changed, or the payment API did not send it.</summary>
    Wrong,

    /// <summary>Signature or transmission time is missing; payment webhooks have none at all.</summary>
    Missing,

    /// <summary>Signature or transmission time is not in the form of the API.</summary>
    Malformed,

    /// <summary>The body is larger than <see cref="WebhookEvent.LargestBody"/>; it was not hashed.</summary>
    TooLarge,

    /// <summary>The transmission time is too far from now: an old webhook that another sender repeats, or a clock that is wrong.</summary>
    OutOfTime,

    /// <summary>No security key is configured, so nothing can be proved.</summary>
    NoKey,

    /// <summary>The payment API sent this body.</summary>
    Valid,
}
