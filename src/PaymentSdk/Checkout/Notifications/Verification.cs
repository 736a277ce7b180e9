namespace PaymentSdk.Checkout.Notifications;

/// <summary>What the secret in a webhook verifies.</summary>
internal enum Verification
{
    /// <summary>Nothing: it has none, or we have none to compare it with yet.</summary>
    NotPossible,

    /// <summary>It is the one that the payment was given: the gateway sent this, now or earlier.</summary>
    Verified,

    /// <summary>It is another one: the gateway did not send this.</summary>
    WrongSecret,
}
