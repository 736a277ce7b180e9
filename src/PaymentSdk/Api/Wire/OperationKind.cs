namespace PaymentSdk.Api.Wire;

/// <summary>The rule by which an operation may be sent again (docs/spec/failures.md §4).</summary>
internal enum OperationKind
{
    /// <summary>The operation only reads. It is also sent again, at most twice, after 5xx.</summary>
    Query,

    /// <summary>
    /// The operation moves money. Like every operation, it is sent again when no answer was received or while an earlier send is in flight; never
    /// otherwise.
    /// </summary>
    Money,

    /// <summary>
    /// The operation moves money at most once, because its payment key is single-use. It is therefore also sent again, once, after 5xx, 429 or 408.
    /// </summary>
    WindowConfirm,
}
