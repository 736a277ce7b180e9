using PaymentSdk.Api;

namespace PaymentSdk.Ledger;

/// <summary>One refund of an attempt, stored as a row of the ledger. The refund is made at most once, however often its cancel is sent.</summary>
public sealed record RefundRecord
{
    /// <summary>
    /// After this many answered cancels without effect, spread over half an hour, the operators are notified (docs/spec/money.md §6).
    /// </summary>
    internal const int AnswersBeforeAttention = 5;

    /// <summary>The name of the registration that the refund belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The order id of the attempt that is refunded.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The id of the refund: the shop's own, or one that the SDK created (<c>sdk-…</c>). Unique per attempt.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>The number of the refund within its attempt; the first refund is 1.</summary>
    public required int Number { get; init; }

    /// <summary>The state of the refund.</summary>
    public required RefundProgress State { get; init; }

    /// <summary>The amount to refund, in the currency of the attempt; null when the refund closes a virtual account without a deposit.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part of the amount; null leaves it to the gateway.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>
    /// The amount that could be canceled when the refund was requested. It is sent to the gateway, which refuses the cancel if its balance differs.
    /// Null for a virtual account without a deposit.
    /// </summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>The number of cancels that the gateway knew when the refund was requested.</summary>
    public int CancelsBefore { get; init; }

    /// <summary>The reason that is sent to the gateway: 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who requested the refund.</summary>
    public required string Actor { get; init; }

    /// <summary>The idempotency key of the cancel, stored before the cancel is sent.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The fingerprint of the secret key that the refund began with; never the secret key itself.</summary>
    public required string SecretFingerprint { get; init; }

    /// <summary>The URL that the cancel is sent to, stored when the refund began.</summary>
    public required string RequestUrl { get; init; }

    /// <summary>
    /// Whether the request named a bank account. The account is not stored, so recovery resolves such a refund only by queries. If queries cannot
    /// resolve it, an operator must.
    /// </summary>
    public bool NeedsAccount { get; init; }

    /// <summary>Whether the idempotency key is spent. If it is, recovery only queries the payment until the refund gets a new key.</summary>
    public bool QueryOnly { get; init; }

    /// <summary>When the first request was, or may have been, sent; null when none was sent. Database time.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The latest time at which a request may have been sent. Database time.</summary>
    public DateTimeOffset? LastSendAt { get; init; }

    /// <summary>
    /// The number of idempotency keys that the refund has used. A refund that may have been sent gets a new key only after two queries have shown no
    /// cancel for it.
    /// </summary>
    public int KeyCount { get; init; } = 1;

    /// <summary>The number of answered cancels that did not change the refund. Unanswered cancels follow the back-off schedule instead.</summary>
    public int AnsweredCount { get; init; }

    /// <summary>
    /// When the first query began that showed no cancel of the refund long enough after the last send; null when there has been none. Database time.
    /// </summary>
    public DateTimeOffset? NoneSeenAt { get; init; }

    /// <summary>How many times recovery has checked the refund.</summary>
    public int RecheckCount { get; init; }

    /// <summary>The gateway's transaction key of the cancel.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The last error code of the cancel; for a refused refund, the reason for the refusal. Null when there is none.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>When the refund was requested. Database time.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the state of the refund last changed. Database time.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
