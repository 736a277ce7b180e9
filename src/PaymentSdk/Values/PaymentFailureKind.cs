namespace PaymentSdk;

/// <summary>What a failed call means for the money. The worst of all its sends decides.</summary>
public enum PaymentFailureKind
{
    /// <summary>It may or may not have happened: query before anything else.</summary>
    Unknown,

    /// <summary>The API refused the first and only send with an error code.</summary>
    Refused,

    /// <summary>No send ever reached the API.</summary>
    NotSent,
}
