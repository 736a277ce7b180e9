using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk;

/// <summary>Whether the sender of a webhook is verified.</summary>
public enum WebhookTrust
{
    /// <summary>Anyone may have sent the webhook: query the payment API before acting on it.</summary>
    Unverified,

    /// <summary>The signature is valid under one of the security keys: the payment API sent the webhook within the last few minutes.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A signature, not a signed number.")]
    Signed,
}
