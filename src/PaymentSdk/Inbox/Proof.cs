namespace PaymentSdk.Inbox;

/// <summary>What the secret in a webhook proves.</summary>
internal enum Proof
{
    /// <summary>It has none, or we have none to compare it with yet.</summary>
    Missing,

    /// <summary>It is the one that the payment was given: the gateway sent this, now or earlier.</summary>
    Right,

    /// <summary>It is another one: the gateway did not send this.</summary>
    Wrong,
}
