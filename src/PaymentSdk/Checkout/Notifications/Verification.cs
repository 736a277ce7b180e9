namespace PaymentSdk.Checkout.Notifications;

/// <summary>The result of comparing the secret in a webhook with the stored one.</summary>
internal enum Verification
{
    /// <summary>The webhook has no secret, or no secret of the payment is stored yet.</summary>
    NotPossible,

    /// <summary>The secret is that of the payment, so the gateway sent this webhook, now or earlier.</summary>
    Verified,

    /// <summary>The secret is not that of the payment, so the gateway did not send this webhook.</summary>
    WrongSecret,
}
