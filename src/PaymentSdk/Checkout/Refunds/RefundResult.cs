using PaymentSdk.Ledger;

namespace PaymentSdk;

/// <summary>A refund as the shop sees it.</summary>
/// <example>
/// <code>
/// var refund = new RefundResult { OrderId = orderId, RefundId = RefundId.Parse("order-17-1"), Status = RefundResultStatus.Done, Amount = Money.Krw(5_000) };
/// </code>
/// </example>
public sealed record RefundResult
{
    /// <summary>The order whose money goes back.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The shop's id of it; one that begins with <c>sdk-</c> was made for a reversal.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>Where it stands.</summary>
    public required RefundResultStatus Status { get; init; }

    /// <summary>How much goes back; null is whatever is left when it is refunded.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why, as it stands on the buyer's statement.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The code of the refusal; null when it was not refused, or not by the gateway.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>The provider's key of the cancel, to find it at its dashboard; null as long as it is not known.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    internal static RefundResult Of(RefundRecord refund, Currency currency) => new()
    {
        OrderId = refund.OrderId,
        RefundId = refund.RefundId,
        Status = StatusOf(refund.State),
        Amount = refund.Amount is { } amount ? Money.Rounded(amount, currency) : null,
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

/// <summary>Where a refund stands.</summary>
public enum RefundResultStatus
{
    /// <summary>It is in the ledger, and what became of it is not known yet. Recovery finds out.</summary>
    Checking,

    /// <summary>Accepted; the money is on its way to the buyer.</summary>
    Pending,

    /// <summary>The money is back.</summary>
    Done,

    /// <summary>Refused; nothing was refunded. Another try needs a new <see cref="RefundId"/>.</summary>
    Refused,

    /// <summary>Accepted, but the money did not reach the buyer's account: an operator has to pay it out.</summary>
    PayoutFailed,
}
