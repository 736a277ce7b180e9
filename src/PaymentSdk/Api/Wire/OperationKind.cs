namespace PaymentSdk.Api.Wire;

/// <summary>The rule by which an operation may be sent again (docs/spec/failures.md §4).</summary>
internal enum OperationKind
{
    /// <summary>The operation only reads, so it may be sent again after any failure.</summary>
    Query,

    /// <summary>The operation moves money. It is sent again only when no answer was received, or while the first send is still in flight.</summary>
    Money,

    /// <summary>
    /// The operation moves money once at most, because its payment key is single-use. It is also sent again, once, after 5xx and 429.
    /// </summary>
    WindowConfirm,
}
