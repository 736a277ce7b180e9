namespace PaymentSdk.Api.Json;

/// <summary>Why a part of an answer is noted.</summary>
internal enum DriftKind
{
    /// <summary>A member that is not known; it is kept.</summary>
    Member,

    /// <summary>A word of a value that is not known; it is kept.</summary>
    Word,

    /// <summary>A member that cannot be read; it is dropped.</summary>
    Unreadable,

    /// <summary>A member that is given twice with different values; both are dropped.</summary>
    Twice,
}
