namespace PaymentSdk;

/// <summary>What a failed call means for the money. When the call was sent several times, the worst result counts.</summary>
public enum PaymentFailureKind
{
    /// <summary>The call may or may not have taken effect. Query before doing anything else.</summary>
    Unknown,

    /// <summary>The call was sent once, and the API refused it with an error code.</summary>
    Refused,

    /// <summary>No request ever reached the API.</summary>
    NotSent,
}
