using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk;

/// <summary>What a webhook is worth.</summary>
public enum WebhookTrust
{
    /// <summary>Anyone can have sent it: query the payment API before anything is done.</summary>
    Unverified,

    /// <summary>Its signature is right under one of the security keys: the payment API sent it, within the last minutes.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A signature, not a signed number.")]
    Signed,
}
