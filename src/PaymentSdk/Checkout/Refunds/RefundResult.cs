using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>A refund as it is shown to the shop.</summary>
/// <example>
/// <code>
/// var refund = new RefundResult
/// {
///     OrderId = orderId, RefundId = RefundId.Parse("order-17-1"), Status = RefundResultStatus.Done, Amount = Money.Krw(5_000),
/// };
/// </code>
/// </example>
public sealed record RefundResult
{
    /// <summary>The order that is refunded.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The shop's id of the refund. An id that begins with <c>sdk-</c> was created for a reversal or a duplicate payment.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>The status of the refund.</summary>
    public required RefundResultStatus Status { get; init; }

    /// <summary>The amount of the refund; null when it closes a virtual account without a deposit.</summary>
    public Money? Amount { get; init; }

    /// <summary>The reason, which is sent to the API as <c>cancelReason</c>.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The last error code of the cancel; for a refused refund, the reason of the refusal. Null when there is none.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>The transaction key of the cancel, by which it is found in the provider's dashboard; null until it is known.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>When the refund was requested, in database time.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    internal static RefundResult Of(RefundRecord refund, Attempt attempt) => new()
    {
        OrderId = refund.OrderId,
        RefundId = refund.RefundId,
        Status = StatusOf(refund.State),
        Amount = refund.Amount is { } amount ? Money.Rounded(amount, AttemptStates.BalanceCurrency(attempt)) : null,
        Reason = refund.Reason,
        FailureCode = refund.FailureCode,
        TransactionKey = refund.TransactionKey,
        RequestedAt = refund.RequestedAt,
    };

    private static RefundResultStatus StatusOf(RefundProgress state) => state switch
    {
        RefundProgress.Pending => RefundResultStatus.Pending,
        RefundProgress.Done => RefundResultStatus.Done,
        RefundProgress.Refused => RefundResultStatus.Refused,
        RefundProgress.PayoutFailed => RefundResultStatus.PayoutFailed,
        _ => RefundResultStatus.Checking,
    };
}

/// <summary>The status of a refund.</summary>
public enum RefundResultStatus
{
    /// <summary>The refund is in the ledger, and its outcome is not known yet. Recovery resolves it.</summary>
    Checking,

    /// <summary>The gateway accepted the refund, and the money is on its way to the buyer.</summary>
    Pending,

    /// <summary>The amount was refunded.</summary>
    Done,

    /// <summary>The refund was refused, and nothing was refunded. To try again, use a new <see cref="RefundId"/>.</summary>
    Refused,

    /// <summary>The gateway accepted the refund, but the money did not reach the buyer's account. An operator must pay it out.</summary>
    PayoutFailed,
}
