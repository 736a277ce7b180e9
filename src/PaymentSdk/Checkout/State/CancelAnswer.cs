namespace PaymentSdk.Checkout.State;

/// <summary>What a cancel was answered with.</summary>
internal enum CancelAnswer
{
    /// <summary>No cancel was sent.</summary>
    NotAsked,

    /// <summary>A payment came back.</summary>
    Accepted,

    /// <summary>The first send of the key was refused.</summary>
    Refused,

    /// <summary>
    /// A later send of the key was refused. A key that had cancelled anything would have replayed that instead; a query that
    /// does not show our cancel makes it certain.
    /// </summary>
    RefusedAgain,

    /// <summary>Surely no send left, or the keys were refused.</summary>
    NotSent,

    /// <summary>Anything else.</summary>
    Unclear,
}
