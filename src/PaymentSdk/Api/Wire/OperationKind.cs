namespace PaymentSdk.Api.Wire;

/// <summary>
/// The rule by which an operation is sent again (docs/spec/failures.md §4). Every operation is sent again when no answer was received, and while an
/// earlier send is in flight.
/// </summary>
internal enum OperationKind
{
    /// <summary>The operation only reads. It is also sent again, at most twice, after 5xx.</summary>
    Query,

    /// <summary>The operation changes something at the gateway. It is not sent again in any other case.</summary>
    Money,

    /// <summary>
    /// The operation moves money at most once, because its payment key is single-use. It is therefore also sent again, once, after 5xx, 429 or 408.
    /// </summary>
    WindowConfirm,
}
