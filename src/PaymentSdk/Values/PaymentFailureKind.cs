namespace PaymentSdk;

/// <summary>Whether a failed call may have taken effect. When the call was sent several times, the least certain result counts.</summary>
public enum PaymentFailureKind
{
    /// <summary>The call may or may not have taken effect. Query before doing anything else.</summary>
    Unknown,

    /// <summary>The API refused the call with an error code, and no earlier send of it can have taken effect.</summary>
    Refused,

    /// <summary>No request reached the API.</summary>
    NotSent,
}
