namespace PaymentSdk.Api.Wire;

/// <summary>The rule by which an operation may be sent again (docs/spec/failures.md §4).</summary>
internal enum OperationKind
{
    /// <summary>Only reads. It may be sent again after any failure.</summary>
    Query,

    /// <summary>Moves money. It is sent again only when no answer was received, or while the first send is still in flight.</summary>
    Money,

    /// <summary>Moves money once, because its payment key is single-use. It is also sent again, once, after 5xx and 429.</summary>
    WindowConfirm,
}
