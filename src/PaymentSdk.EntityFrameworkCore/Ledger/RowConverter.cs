using PaymentSdk.Api;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Converts the records of the ledger port to rows, and back.</summary>
internal static class RowConverter
{
    public static PurchaseRow ToRow(Purchase purchase, long version, Guid commitId) => new()
    {
        Merchant = purchase.Merchant,
        PurchaseId = purchase.PurchaseId.Value,
        Currency = purchase.Amount.Currency.Value,
        Amount = purchase.Amount.Value,
        OrderName = purchase.OrderName,
        OrderNumber = purchase.OrderNumber,
        CustomerKey = purchase.CustomerKey?.Value,
        ResultPage = purchase.ResultPage,
        LiveAttempt = purchase.LiveAttempt?.Value,
        LatestAttempt = purchase.LatestAttempt.Value,
        WasSent = purchase.WasSent,
        PaidTold = purchase.PaidTold,
        AttemptCount = purchase.AttemptCount,
        EventCount = purchase.EventCount,
        TestMode = purchase.TestMode,
        OpenedAt = Instant(purchase.OpenedAt),
        Version = version,
        CommitId = commitId,
    };

    public static Purchase ToRecord(PurchaseRow row) => new()
    {
        Merchant = row.Merchant,
        PurchaseId = PurchaseId.Parse(row.PurchaseId),
        Amount = new Money(row.Amount, Currency.From(row.Currency)),
        OrderName = row.OrderName,
        OrderNumber = row.OrderNumber,
        CustomerKey = row.CustomerKey is { } customerKey ? Kept<CustomerKey>(customerKey) : null,
        ResultPage = row.ResultPage,
        LiveAttempt = row.LiveAttempt is { } liveAttempt ? Kept<OrderId>(liveAttempt) : null,
        LatestAttempt = Kept<OrderId>(row.LatestAttempt),
        WasSent = row.WasSent,
        PaidTold = row.PaidTold,
        AttemptCount = row.AttemptCount,
        EventCount = row.EventCount,
        TestMode = row.TestMode,
        OpenedAt = Instant(row.OpenedAt),
        CommitId = row.CommitId,
        Version = row.Version,
    };

    public static AttemptRow ToRow(Attempt attempt) => new()
    {
        Merchant = attempt.Merchant,
        OrderId = attempt.OrderId.Value,
        PurchaseId = attempt.PurchaseId.Value,
        Number = attempt.Number,
        State = Word(attempt.State),
        Kind = attempt.Kind.ToString(),
        Currency = attempt.Amount.Currency.Value,
        Amount = attempt.Amount.Value,
        PaymentKey = attempt.PaymentKey?.Value,
        IdempotencyKey = attempt.IdempotencyKey?.Value,
        SecretFingerprint = attempt.SecretFingerprint,
        RequestUrl = attempt.RequestUrl,
        RequestBodyHash = attempt.RequestBodyHash,
        FencingToken = attempt.FencingToken,
        LeaseUntil = Instant(attempt.LeaseUntil),
        DueAt = Instant(attempt.DueAt),
        Lane = (int)attempt.Lane,
        FirstSentAt = Instant(attempt.FirstSentAt),
        LastSendAt = Instant(attempt.LastSendAt),
        LastQueriedAt = Instant(attempt.LastQueriedAt),
        ExpirySeenAt = Instant(attempt.ExpirySeenAt),
        RecheckCount = attempt.RecheckCount,
        QueryOnly = attempt.QueryOnly,
        ReversalRequestedAt = Instant(attempt.ReversalRequestedAt),
        ReversalReason = attempt.ReversalReason,
        ReversalActor = attempt.ReversalActor,
        IsDuplicate = attempt.IsDuplicate,
        LateApprovalAt = Instant(attempt.LateApprovalAt),
        RefundedByHand = attempt.RefundedByHand,
        DoubtfulObservation = attempt.DoubtfulObservation,
        DoubtfulObservationAt = Instant(attempt.DoubtfulObservationAt),
        Method = attempt.Method,
        Balance = attempt.Balance,
        BalanceCurrency = attempt.BalanceCurrency?.Value,
        CancelCount = attempt.CancelCount,
        ApprovedAt = Instant(attempt.ApprovedAt),
        FailureCode = attempt.FailureCode?.Value,
        ReceiptUrl = attempt.ReceiptUrl,
        LastTransactionKey = attempt.LastTransactionKey,
        DepositBankCode = attempt.DepositAccount?.BankCode,
        DepositAccountNumber = attempt.DepositAccount?.AccountNumber,
        DepositDueAt = Instant(attempt.DepositAccount?.DueDate),
        DepositSecretHash = attempt.DepositSecretHash,
        OpenRefund = attempt.OpenRefund?.Value,
        Notification = attempt.Notification,
        NotifiedAt = Instant(attempt.NotifiedAt),
        JournalCount = attempt.JournalCount,
        OpenedAt = Instant(attempt.OpenedAt),
        ChangedAt = Instant(attempt.ChangedAt),
    };

    public static Attempt ToRecord(AttemptRow row) => new()
    {
        Merchant = row.Merchant,
        OrderId = Kept<OrderId>(row.OrderId),
        PurchaseId = PurchaseId.Parse(row.PurchaseId),
        Number = row.Number,
        State = Enum.Parse<AttemptState>(row.State),
        Kind = Enum.Parse<AttemptKind>(row.Kind),
        Amount = new Money(row.Amount, Currency.From(row.Currency)),
        PaymentKey = Key(row.PaymentKey),
        IdempotencyKey = row.IdempotencyKey is { } idempotencyKey ? IdempotencyKey.Parse(idempotencyKey) : null,
        SecretFingerprint = row.SecretFingerprint,
        RequestUrl = row.RequestUrl,
        RequestBodyHash = row.RequestBodyHash,
        FencingToken = row.FencingToken,
        LeaseUntil = Instant(row.LeaseUntil),
        DueAt = Instant(row.DueAt),
        Lane = (RecoveryLane)row.Lane,
        FirstSentAt = Instant(row.FirstSentAt),
        LastSendAt = Instant(row.LastSendAt),
        LastQueriedAt = Instant(row.LastQueriedAt),
        ExpirySeenAt = Instant(row.ExpirySeenAt),
        RecheckCount = row.RecheckCount,
        QueryOnly = row.QueryOnly,
        ReversalRequestedAt = Instant(row.ReversalRequestedAt),
        ReversalReason = row.ReversalReason,
        ReversalActor = row.ReversalActor,
        IsDuplicate = row.IsDuplicate,
        LateApprovalAt = Instant(row.LateApprovalAt),
        RefundedByHand = InForm(Currency.From(row.Currency), Plain(row.RefundedByHand))!.Value,
        DoubtfulObservation = row.DoubtfulObservation,
        DoubtfulObservationAt = Instant(row.DoubtfulObservationAt),
        Method = row.Method,
        Balance = InForm(Currency.From(row.BalanceCurrency ?? row.Currency), Plain(row.Balance)),
        BalanceCurrency = row.BalanceCurrency is { } currency ? Currency.From(currency) : null,
        CancelCount = row.CancelCount,
        ApprovedAt = Instant(row.ApprovedAt),
        FailureCode = row.FailureCode is { } failureCode ? PaymentErrorCode.From(failureCode) : null,
        ReceiptUrl = row.ReceiptUrl,
        LastTransactionKey = row.LastTransactionKey,
        DepositAccount = Account(row),
        DepositSecretHash = row.DepositSecretHash,
        OpenRefund = row.OpenRefund is { } openRefund ? RefundId.Parse(openRefund) : null,
        Notification = row.Notification,
        NotifiedAt = Instant(row.NotifiedAt),
        JournalCount = row.JournalCount,
        OpenedAt = Instant(row.OpenedAt),
        ChangedAt = Instant(row.ChangedAt),
    };

    public static JournalRow ToRow(JournalEntry entry, long purchaseVersion, int position) => new()
    {
        Merchant = entry.Merchant,
        OrderId = entry.OrderId.Value,
        Sequence = entry.Sequence,
        PurchaseId = entry.PurchaseId.Value,
        PurchaseVersion = purchaseVersion,
        Position = position,
        FromState = entry.From is { } from ? Word(from) : null,
        ToState = Word(entry.To),
        Cause = entry.Cause,
        Evidence = entry.Evidence,
        Actor = entry.Actor,
        PaymentKey = entry.PaymentKey?.Value,
        Balance = entry.Balance,
        RefundId = entry.RefundId?.Value,
        RefundState = entry.Refund?.ToString(),
        FencingToken = entry.FencingToken,
        CommitId = entry.CommitId,
        GatewayTime = Instant(entry.GatewayTime),
        RecordedAt = Instant(entry.RecordedAt),
    };

    public static JournalEntry ToRecord(JournalRow row) => new()
    {
        Merchant = row.Merchant,
        OrderId = Kept<OrderId>(row.OrderId),
        Sequence = row.Sequence,
        PurchaseId = PurchaseId.Parse(row.PurchaseId),
        From = row.FromState is { } from ? Enum.Parse<AttemptState>(from) : null,
        To = Enum.Parse<AttemptState>(row.ToState),
        Cause = row.Cause,
        Evidence = row.Evidence,
        Actor = row.Actor,
        PaymentKey = Key(row.PaymentKey),
        Balance = Plain(row.Balance),
        RefundId = row.RefundId is { } refundId ? RefundId.Parse(refundId) : null,
        Refund = row.RefundState is { } refund ? Enum.Parse<RefundProgress>(refund) : null,
        FencingToken = row.FencingToken,
        CommitId = row.CommitId,
        GatewayTime = Instant(row.GatewayTime),
        RecordedAt = Instant(row.RecordedAt),
    };

    public static string Word(AttemptState state) => state.ToString();

    public static long Instant(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static long? Instant(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Instant(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);

    public static DateTimeOffset? Instant(long? time) => time is { } known ? Instant(known) : null;

    // Databases return 15000 as 15000.0 or 15000.0000. Dividing by a 1 with the largest scale removes the zeros.
    public static decimal? Plain(decimal? amount) => amount / 1.0000000000000000000000000000m;

    // An amount of the gateway with more decimals than its currency has is kept unchanged.
    public static decimal? InForm(Currency currency, decimal? amount) =>
        amount is { } value && value.Scale <= currency.Decimals ? new Money(value, currency).Value : amount;

    public static PaymentKey? Key(string? text) => text is null ? null : Kept<PaymentKey>(text);

    /// <summary>
    /// Reads a stored id without checking it. An unreadable row would stop every query that returns it together with others, above all those of
    /// recovery.
    /// </summary>
    public static T Kept<T>(string text)
        where T : struct, IOpenValue<T> => T.From(text);

    private static DepositAccount? Account(AttemptRow row) =>
        row is { DepositBankCode: { } bank, DepositAccountNumber: { } number }
            ? new DepositAccount { BankCode = bank, AccountNumber = number, DueDate = Instant(row.DepositDueAt) }
            : null;
}

/// <summary>
/// The time by which leases and due times are measured, to the millisecond. It is the time of the database, so that hosts whose clocks differ use the
/// same time (docs/spec/money.md §3). A host with its own <see cref="TimeProvider"/>, e.g. in a test, uses the time of that provider.
/// </summary>
internal sealed class LedgerClock(TimeProvider? registered)
{
    private readonly TimeProvider? _instead = registered == TimeProvider.System ? null : registered;

    /// <summary>
    /// Returns the time for data that was read together with <paramref name="databaseTime"/>, which is UTC unless its kind is local.
    /// </summary>
    public DateTimeOffset Read(DateTime databaseTime)
    {
        var time = _instead?.GetUtcNow() ?? Utc(databaseTime);
        return DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
    }

    // Npgsql's legacy timestamp behavior, which a host can switch on, returns the host's local time.
    private static DateTimeOffset Utc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? new DateTimeOffset(time) : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public AttemptSnapshot Entry(SnapshotRow row) => new(RowConverter.ToRecord(row.Purchase), RowConverter.ToRecord(row.Attempt), Read(row.Now));
}
