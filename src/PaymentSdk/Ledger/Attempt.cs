using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Ledger;

/// <summary>One try to pay a purchase through one payment at the gateway, as a row of the ledger.</summary>
public sealed record Attempt
{
    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's order id; unique per merchant.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The purchase it pays for.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>1 for the first attempt of a purchase.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required AttemptState State { get; init; }

    /// <summary>How it is paid for: decides what is sent, and whether recovery may send it again.</summary>
    public AttemptKind Kind { get; init; }

    /// <summary>The amount of this attempt: what is sent, whatever the browser says.</summary>
    public required Money Amount { get; init; }

    /// <summary>The gateway's key; null until a confirm is begun. Unique per merchant.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>The key of the confirm, stored before the first send and never changed.</summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>Fingerprint of the secret the confirm was begun with; never the secret.</summary>
    public string? SecretFingerprint { get; init; }

    /// <summary>The address the confirm was begun with.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>SHA-256 of the body the confirm was begun with, hexadecimal.</summary>
    public string? RequestBodyHash { get; init; }

    /// <summary>Raised by every take-over; a commit with an old one fails.</summary>
    public long FencingToken { get; init; }

    /// <summary>Until when the holder of <see cref="FencingToken"/> has the row to itself; database time.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When recovery is to look at it; null when there is nothing to do. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the first send may have left; null when none did. Database time.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The last moment at which any send may have left. Database time.</summary>
    public DateTimeOffset? LastSendAt { get; init; }

    /// <summary>How urgent <see cref="DueAt"/> is: recovery takes what is due in the order of its lanes.</summary>
    public RecoveryLane Lane { get; init; } = RecoveryLane.Routine;

    /// <summary>When it was last queried. Database time.</summary>
    public DateTimeOffset? LastQueriedAt { get; init; }

    /// <summary>When a query first agreed that it is expired; the second, at least 60 seconds later, closes it. Database time.</summary>
    public DateTimeOffset? ExpirySeenAt { get; init; }

    /// <summary>How many times recovery has looked since the row became due: the step of the back-off ladder.</summary>
    public int RecheckCount { get; init; }

    /// <summary>True when the idempotency key is consumed: from then on only queries.</summary>
    public bool QueryOnly { get; init; }

    /// <summary>When the shop asked for a reversal; null when it did not, or an operator withdrew it. A fact that outlives every state. Database time.</summary>
    public DateTimeOffset? ReversalRequestedAt { get; init; }

    /// <summary>Why the shop reverses it: what the buyer's statement says.</summary>
    public string? ReversalReason { get; init; }

    /// <summary>Who asked for the reversal.</summary>
    public string? ReversalActor { get; init; }

    /// <summary>Whether it is a second payment of a purchase that was already paid. A fact that outlives every state.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>When this closed attempt was found paid while another one could still pay the purchase; null when that was decided. Database time.</summary>
    public DateTimeOffset? LateApprovalAt { get; init; }

    /// <summary>What was refunded outside the gateway; <see cref="Balance"/> is the gateway's and still contains it.</summary>
    public decimal RefundedByHand { get; init; }

    /// <summary>An observation that would move backwards and waits for a second query that agrees: what it showed. Null when none waits.</summary>
    public string? DoubtfulObservation { get; init; }

    /// <summary>When the query of <see cref="DoubtfulObservation"/> began. Database time.</summary>
    public DateTimeOffset? DoubtfulObservationAt { get; init; }

    /// <summary>How it was paid, as the API names it.</summary>
    public string? Method { get; init; }

    /// <summary>What the gateway says can still be cancelled.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The currency of <see cref="Balance"/>: the order's, unless the gateway took another one. Null while there is no balance.</summary>
    public Currency? BalanceCurrency { get; init; }

    /// <summary>How many cancels the gateway knows.</summary>
    public int CancelCount { get; init; }

    /// <summary>When the gateway approved it.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The code of the refusal that closed it.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>The gateway's receipt page.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>The gateway's key of the last transaction.</summary>
    public string? LastTransactionKey { get; init; }

    /// <summary>The account to deposit to.</summary>
    public DepositAccount? DepositAccount { get; init; }

    /// <summary>SHA-256 of the secret that deposit webhooks carry, hexadecimal; never the secret.</summary>
    public string? DepositSecretHash { get; init; }

    /// <summary>The refund that is being made: one at a time; null when none is.</summary>
    public RefundId? OpenRefund { get; init; }

    /// <summary>What the last unverified notification claimed, one word; null when none came.</summary>
    public string? Notification { get; init; }

    /// <summary>When that notification was first heard of. Database time.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>How many journal rows it has: the sequence of the last one.</summary>
    public int JournalCount { get; init; }

    /// <summary>When it was opened; database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last moved; database time.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, State, FencingToken]);
}
