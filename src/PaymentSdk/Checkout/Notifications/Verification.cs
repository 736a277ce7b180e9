namespace PaymentSdk.Checkout.Notifications;

/// <summary>The result of comparing the secret in a webhook with the stored hash.</summary>
internal enum Verification
{
    /// <summary>The webhook has no secret, or no secret of the payment is stored yet.</summary>
    NotPossible,

    /// <summary>The secret matches that of the payment, so the gateway sent this webhook, now or earlier.</summary>
    Verified,

    /// <summary>The secret does not match that of the payment, so the gateway did not send this webhook.</summary>
    WrongSecret,
}
