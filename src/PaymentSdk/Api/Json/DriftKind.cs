namespace PaymentSdk.Api.Json;

/// <summary>Why a part of an answer is recorded as drift.</summary>
internal enum DriftKind
{
    /// <summary>The member is unknown. It is kept.</summary>
    Member,

    /// <summary>The word of a value is unknown. It is kept.</summary>
    Word,

    /// <summary>The member cannot be read. It is dropped.</summary>
    Unreadable,

    /// <summary>The member appears twice with different values. Both are dropped.</summary>
    Twice,
}
