using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk;

/// <summary>What a webhook is worth (payment-api.md §7.3).</summary>
public enum WebhookTrust
{
    /// <summary>Anybody can have sent it: ask the payment API before anything is done.</summary>
    Hint,

    /// <summary>Its signature is right under one of the security keys: the payment API sent it, within the last minutes.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A signature, not a signed number.")]
    Signed,
}
