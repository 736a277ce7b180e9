using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Ledger;

/// <summary>An attempt to pay a purchase through one payment at the gateway, stored as a row of the ledger.</summary>
public sealed record Attempt
{
    /// <summary>The name of the registration that the attempt belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's order id of the attempt. Unique per merchant.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The purchase that the attempt pays for.</summary>
    public required PurchaseId PurchaseId { get; init; }

    /// <summary>The number of the attempt within its purchase; the first attempt is 1.</summary>
    public required int Number { get; init; }

    /// <summary>The state of the attempt.</summary>
    public required AttemptState State { get; init; }

    /// <summary>How the attempt is paid. The kind determines which request is sent, and whether recovery may send that request again.</summary>
    public AttemptKind Kind { get; init; }

    /// <summary>The amount of the attempt. This amount is sent to the gateway, whatever the browser sends.</summary>
    public required Money Amount { get; init; }

    /// <summary>The gateway's key of the payment; null until a confirm begins. Unique per merchant.</summary>
    public PaymentKey? PaymentKey { get; init; }

    /// <summary>
    /// The idempotency key of the confirm, stored before anything is sent under it. Recovery replaces a spent key only when no send can be in flight.
    /// </summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The fingerprint of the secret key that the confirm began with; never the secret key itself.</summary>
    public string? SecretFingerprint { get; init; }

    /// <summary>The URL to which the confirm is sent, stored when the confirm begins. For a charge, this is the base address of the API.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>The SHA-256 of the request body that the confirm began with, in hexadecimal; null for a charge.</summary>
    public string? RequestBodyHash { get; init; }

    /// <summary>The fencing token. Every takeover of the row increments it, and a commit with an older token fails.</summary>
    public long FencingToken { get; init; }

    /// <summary>
    /// The end of the lease under which the holder of <see cref="FencingToken"/> works on the row; null or in the past when no worker holds it.
    /// Database time.
    /// </summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When recovery works on the attempt next; null when no work is planned. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the first request was, or may have been, sent; null when none was sent. Database time.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The latest time at which a request may have been sent. Database time.</summary>
    public DateTimeOffset? LastSendAt { get; init; }

    /// <summary>How urgent the work at <see cref="DueAt"/> is. Recovery takes due attempts lane by lane, the most urgent lane first.</summary>
    public RecoveryLane Lane { get; init; } = RecoveryLane.Routine;

    /// <summary>When the attempt was last queried. Database time.</summary>
    public DateTimeOffset? LastQueriedAt { get; init; }

    /// <summary>
    /// When a query first showed, after the time limit, that no money had ever been taken. A second such query, at least 60 seconds later, closes the
    /// attempt. Database time.
    /// </summary>
    public DateTimeOffset? ExpirySeenAt { get; init; }

    /// <summary>
    /// How many times recovery has checked the attempt since its state last changed. The number selects the step of the back-off schedule.
    /// </summary>
    public int RecheckCount { get; init; }

    /// <summary>
    /// Whether the idempotency key is spent. If it is, recovery only queries the payment until the confirm gets a new key. Always true for a charge.
    /// </summary>
    public bool QueryOnly { get; init; }

    /// <summary>
    /// When the shop requested a reversal; null when it has not requested one, or when an operator has withdrawn the request. A change of state keeps
    /// the value. Database time.
    /// </summary>
    public DateTimeOffset? ReversalRequestedAt { get; init; }

    /// <summary>The shop's reason for the reversal, which is sent to the API as <c>cancelReason</c>.</summary>
    public string? ReversalReason { get; init; }

    /// <summary>The actor who requested the reversal.</summary>
    public string? ReversalActor { get; init; }

    /// <summary>
    /// Whether the attempt is a duplicate payment: a second payment of a purchase that was already paid. A change of state keeps the value.
    /// </summary>
    public bool IsDuplicate { get; init; }

    /// <summary>
    /// When this closed attempt was found to be paid while another attempt could still pay the purchase; null again once the other attempt is
    /// decided. Database time.
    /// </summary>
    public DateTimeOffset? LateApprovalAt { get; init; }

    /// <summary>
    /// The amount that was refunded outside the gateway. <see cref="Balance"/> is the gateway's balance and still contains this amount.
    /// </summary>
    public decimal RefundedByHand { get; init; }

    /// <summary>
    /// A doubtful observation that further queries have to confirm: one that would move the attempt backwards, or an answer that contradicts itself.
    /// Null when there is none.
    /// </summary>
    public string? DoubtfulObservation { get; init; }

    /// <summary>When the query that made <see cref="DoubtfulObservation"/> began. Database time.</summary>
    public DateTimeOffset? DoubtfulObservationAt { get; init; }

    /// <summary>The payment method, as the API names it.</summary>
    public string? Method { get; init; }

    /// <summary>The amount that can still be canceled, according to the gateway.</summary>
    public decimal? Balance { get; init; }

    /// <summary>
    /// The currency of <see cref="Balance"/>: the currency of <see cref="Amount"/>, unless the gateway took another one. Null while there is no
    /// balance.
    /// </summary>
    public Currency? BalanceCurrency { get; init; }

    /// <summary>The number of cancels that the gateway lists for the payment, excluding aborted ones.</summary>
    public int CancelCount { get; init; }

    /// <summary>When the gateway approved the payment.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The last error code of the confirm or of the failed payment; for a declined attempt, the reason for the refusal.</summary>
    public PaymentErrorCode? FailureCode { get; init; }

    /// <summary>The URL of the gateway's receipt page.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>The gateway's key of the last transaction of the payment.</summary>
    public string? LastTransactionKey { get; init; }

    /// <summary>The virtual account into which the buyer pays; null when none was issued.</summary>
    public DepositAccount? DepositAccount { get; init; }

    /// <summary>The SHA-256 of the secret that deposit webhooks carry, in hexadecimal; never the secret itself.</summary>
    public string? DepositSecretHash { get; init; }

    /// <summary>The refund that is in progress; null when there is none. Only one refund is in progress at a time.</summary>
    public RefundId? OpenRefund { get; init; }

    /// <summary>The claim of the last notification (<see cref="InboxMessage.Claim"/>); null when none was received.</summary>
    public string? Notification { get; init; }

    /// <summary>When <see cref="Notification"/> was recorded. Database time.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>The number of journal rows of the attempt, which is also the sequence number of the last row.</summary>
    public int JournalCount { get; init; }

    /// <summary>When the attempt was opened. Database time.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the state of the attempt last changed. Database time.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, State, FencingToken]);
}
