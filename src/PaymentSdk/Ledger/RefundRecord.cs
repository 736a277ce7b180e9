using PaymentSdk.Api;

namespace PaymentSdk.Ledger;

/// <summary>One refund of an attempt, as a row of the ledger: asked for once, whatever happens to the call.</summary>
public sealed record RefundRecord
{
    /// <summary>After this many answered cancels that changed nothing, over half an hour, the operators are notified (docs/spec/money.md §6).</summary>
    internal const int AnswersBeforeAttention = 5;

    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>The attempt whose money goes back.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The shop's id of it; unique per attempt.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>1 for the first refund of an attempt.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required RefundProgress State { get; init; }

    /// <summary>How much goes back, in the currency of the attempt; null is whatever is left when it is refunded.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part of it; null leaves it to the gateway.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>What could be cancelled when it was asked for: what the gateway is told, and what its answer is held against.</summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>How many cancels the gateway knew when it was asked for.</summary>
    public int CancelsBefore { get; init; }

    /// <summary>Why, as it is sent: 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Actor { get; init; }

    /// <summary>The key of the cancel, stored before it is sent.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>Fingerprint of the secret it was begun with; never the secret.</summary>
    public required string SecretFingerprint { get; init; }

    /// <summary>The address it was begun with.</summary>
    public required string RequestUrl { get; init; }

    /// <summary>
    /// Whether its body named a bank account. The account is not kept: recovery settles such a refund by query alone, and
    /// what a query cannot resolve needs an operator.
    /// </summary>
    public bool NeedsAccount { get; init; }

    /// <summary>True when the key is spent: from then on only queries.</summary>
    public bool QueryOnly { get; init; }

    /// <summary>When the first send may have left; null when none did. Database time.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The last moment at which any send may have left. Database time.</summary>
    public DateTimeOffset? LastSendAt { get; init; }

    /// <summary>How many idempotency keys were used for it: a new one only after two queries that show no cancel of it.</summary>
    public int KeyCount { get; init; } = 1;

    /// <summary>How many cancels were answered without moving it. Unanswered ones follow the back-off schedule instead.</summary>
    public int AnsweredCount { get; init; }

    /// <summary>When the first query that showed no cancel of it began, long enough after the last send; null when none did. Database time.</summary>
    public DateTimeOffset? NoneSeenAt { get; init; }

    /// <summary>How many times recovery has looked at it.</summary>
    public int RecheckCount { get; init; }

    /// <summary>The gateway's key of the cancel.</summary>
    public string? TransactionKey { get; init; }

    /// <summary>The code of the refusal that closed it.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>When it was asked for; database time.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it last moved; database time.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
