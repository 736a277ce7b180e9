using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>Converts values as a database does when it stores them: instants to milliseconds in UTC, codes to text.</summary>
internal sealed partial class LedgerModel
{
    private static DateTimeOffset Instant(DateTimeOffset time) => time.Offset == TimeSpan.Zero && time.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? time
        : DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private static DateTimeOffset? Instant(DateTimeOffset? time) => time is { } known ? Instant(known) : null;

    /// <summary>Returns the stored form of a code; an empty code becomes the empty text.</summary>
    private static PaymentErrorCode? Code(PaymentErrorCode? code) => code is { } known ? PaymentErrorCode.From(known.Value) : null;

    private static Purchase Stored(Purchase purchase) => purchase with { OpenedAt = Instant(purchase.OpenedAt) };

    private static Attempt Stored(Attempt attempt) => attempt with
    {
        LeaseUntil = Instant(attempt.LeaseUntil),
        DueAt = Instant(attempt.DueAt),
        FirstSentAt = Instant(attempt.FirstSentAt),
        LastSendAt = Instant(attempt.LastSendAt),
        LastQueriedAt = Instant(attempt.LastQueriedAt),
        ExpirySeenAt = Instant(attempt.ExpirySeenAt),
        ReversalRequestedAt = Instant(attempt.ReversalRequestedAt),
        LateApprovalAt = Instant(attempt.LateApprovalAt),
        DoubtfulObservationAt = Instant(attempt.DoubtfulObservationAt),
        ApprovedAt = Instant(attempt.ApprovedAt),
        FailureCode = Code(attempt.FailureCode),
        NotifiedAt = Instant(attempt.NotifiedAt),
        DepositAccount = attempt.DepositAccount is { DueDate: { } due } account ? account with { DueDate = Instant(due) } : attempt.DepositAccount,
        OpenedAt = Instant(attempt.OpenedAt),
        ChangedAt = Instant(attempt.ChangedAt),
    };

    private static JournalEntry Stored(JournalEntry line) => line with { GatewayTime = Instant(line.GatewayTime), RecordedAt = Instant(line.RecordedAt) };

    private static OrderEvent Stored(OrderEvent happened) => happened with { RecordedAt = Instant(happened.RecordedAt) };

    private static MoneyMovement Stored(MoneyMovement line) => line with { At = Instant(line.At), RecordedAt = Instant(line.RecordedAt) };

    private static RefundRecord Stored(RefundRecord refund) => refund with
    {
        FirstSentAt = Instant(refund.FirstSentAt),
        LastSendAt = Instant(refund.LastSendAt),
        NoneSeenAt = Instant(refund.NoneSeenAt),
        FailureCode = Code(refund.FailureCode),
        RequestedAt = Instant(refund.RequestedAt),
        ChangedAt = Instant(refund.ChangedAt),
    };
}
