namespace PaymentSdk;

/// <summary>The kind of a failed call, by its meaning for the money. When the call was sent several times, the worst result counts.</summary>
public enum PaymentFailureKind
{
    /// <summary>The call may or may not have taken effect. Query before doing anything else.</summary>
    Unknown,

    /// <summary>The API refused the call with an error code, and no earlier send of it can have taken effect.</summary>
    Refused,

    /// <summary>Surely no request reached the API.</summary>
    NotSent,
}
