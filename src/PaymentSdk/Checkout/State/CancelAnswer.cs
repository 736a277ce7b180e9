namespace PaymentSdk.Checkout.State;

/// <summary>The answer to a cancel.</summary>
internal enum CancelAnswer
{
    /// <summary>No cancel was sent.</summary>
    NotAsked,

    /// <summary>The answer was a payment.</summary>
    Accepted,

    /// <summary>The first send of the key was refused.</summary>
    Refused,

    /// <summary>
    /// A later send of the key was refused. If the key had canceled anything, the gateway would have replayed that answer. A query that does
    /// not show the cancel makes it certain that nothing was canceled.
    /// </summary>
    RefusedAgain,

    /// <summary>It is known that nothing was sent, or the gateway refused the secret key.</summary>
    NotSent,

    /// <summary>Any other answer, or no answer.</summary>
    Unclear,
}
