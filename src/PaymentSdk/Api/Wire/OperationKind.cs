namespace PaymentSdk.Api.Wire;

/// <summary>How an operation may be sent again (docs/spec/failures.md §4).</summary>
internal enum OperationKind
{
    /// <summary>Reads only: may be sent again whenever it failed.</summary>
    Query,

    /// <summary>Moves money: sent again only when no answer came or while the first send is still in flight.</summary>
    Money,

    /// <summary>Moves money once, because its payment key is single-use: sent again once on 5xx and 429 too.</summary>
    WindowConfirm,
}
