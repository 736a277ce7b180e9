using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_attempts</c>. Times are Unix milliseconds, which every database can sort.</summary>
internal sealed class AttemptRow
{
    public required string Merchant { get; set; }

    public required string OrderId { get; set; }

    public required string PurchaseId { get; set; }

    public int Number { get; set; }

    public required string State { get; set; }

    public required string Kind { get; set; }

    public required string Currency { get; set; }

    public required decimal Amount { get; set; }

    public string? PaymentKey { get; set; }

    public string? IdempotencyKey { get; set; }

    public string? SecretFingerprint { get; set; }

    public string? RequestUrl { get; set; }

    public string? RequestBodyHash { get; set; }

    public long FencingToken { get; set; }

    public long? LeaseUntil { get; set; }

    public long? DueAt { get; set; }

    /// <summary>The number of the attempt's <see cref="RecoveryLane"/>, which queries compare; 1 is the most urgent.</summary>
    public int Lane { get; set; }

    public long? FirstSentAt { get; set; }

    public long? LastSendAt { get; set; }

    public long? LastQueriedAt { get; set; }

    public long? ExpirySeenAt { get; set; }

    public int RecheckCount { get; set; }

    public bool QueryOnly { get; set; }

    public long? ReversalRequestedAt { get; set; }

    public string? ReversalReason { get; set; }

    public string? ReversalActor { get; set; }

    public bool IsDuplicate { get; set; }

    public long? LateApprovalAt { get; set; }

    public decimal RefundedByHand { get; set; }

    public string? DoubtfulObservation { get; set; }

    public long? DoubtfulObservationAt { get; set; }

    public string? Method { get; set; }

    public decimal? Balance { get; set; }

    public string? BalanceCurrency { get; set; }

    public int CancelCount { get; set; }

    public long? ApprovedAt { get; set; }

    public string? FailureCode { get; set; }

    public string? ReceiptUrl { get; set; }

    public string? LastTransactionKey { get; set; }

    public string? DepositBankCode { get; set; }

    public string? DepositAccountNumber { get; set; }

    public long? DepositDueAt { get; set; }

    public string? DepositSecretHash { get; set; }

    public string? OpenRefund { get; set; }

    public string? Notification { get; set; }

    public long? NotifiedAt { get; set; }

    public int JournalCount { get; set; }

    public long OpenedAt { get; set; }

    public long ChangedAt { get; set; }
}
