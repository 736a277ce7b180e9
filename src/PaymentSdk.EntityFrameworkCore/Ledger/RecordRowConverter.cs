using PaymentSdk.Api;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Converts refunds, money movements and breaks to rows, and back.</summary>
internal static class RecordRowConverter
{
    public static RefundRow ToRow(RefundRecord refund) => new()
    {
        Merchant = refund.Merchant,
        OrderId = refund.OrderId.Value,
        RefundId = refund.RefundId.Value,
        Number = refund.Number,
        State = refund.State.ToString(),
        Amount = refund.Amount,
        TaxFreeAmount = refund.TaxFreeAmount,
        RefundableAmount = refund.RefundableAmount,
        CancelsBefore = refund.CancelsBefore,
        Reason = refund.Reason,
        Actor = refund.Actor,
        IdempotencyKey = refund.IdempotencyKey.Value,
        SecretFingerprint = refund.SecretFingerprint,
        RequestUrl = refund.RequestUrl,
        NeedsAccount = refund.NeedsAccount,
        QueryOnly = refund.QueryOnly,
        FirstSentAt = RowConverter.Instant(refund.FirstSentAt),
        LastSendAt = RowConverter.Instant(refund.LastSendAt),
        KeyCount = refund.KeyCount,
        AnsweredCount = refund.AnsweredCount,
        NoneSeenAt = RowConverter.Instant(refund.NoneSeenAt),
        RecheckCount = refund.RecheckCount,
        TransactionKey = refund.TransactionKey,
        FailureCode = refund.FailureCode?.Value,
        RequestedAt = RowConverter.Instant(refund.RequestedAt),
        ChangedAt = RowConverter.Instant(refund.ChangedAt),
    };

    public static RefundRecord ToRecord(RefundRow row) => new()
    {
        Merchant = row.Merchant,
        OrderId = RowConverter.Kept<OrderId>(row.OrderId),
        RefundId = RefundId.Parse(row.RefundId),
        Number = row.Number,
        State = Enum.Parse<RefundProgress>(row.State),
        Amount = RowConverter.Plain(row.Amount),
        TaxFreeAmount = RowConverter.Plain(row.TaxFreeAmount),
        RefundableAmount = RowConverter.Plain(row.RefundableAmount),
        CancelsBefore = row.CancelsBefore,
        Reason = row.Reason,
        Actor = row.Actor,
        IdempotencyKey = IdempotencyKey.Parse(row.IdempotencyKey),
        SecretFingerprint = row.SecretFingerprint,
        RequestUrl = row.RequestUrl,
        NeedsAccount = row.NeedsAccount,
        QueryOnly = row.QueryOnly,
        FirstSentAt = RowConverter.Instant(row.FirstSentAt),
        LastSendAt = RowConverter.Instant(row.LastSendAt),
        KeyCount = row.KeyCount,
        AnsweredCount = row.AnsweredCount,
        NoneSeenAt = RowConverter.Instant(row.NoneSeenAt),
        RecheckCount = row.RecheckCount,
        TransactionKey = row.TransactionKey,
        FailureCode = row.FailureCode is { } code ? PaymentErrorCode.From(code) : null,
        RequestedAt = RowConverter.Instant(row.RequestedAt),
        ChangedAt = RowConverter.Instant(row.ChangedAt),
    };

    public static MoneyMovementRow ToRow(MoneyMovement line) => new()
    {
        Merchant = line.Merchant,
        TransactionKey = line.TransactionKey,
        OrderId = line.OrderId.Value,
        PaymentKey = line.PaymentKey.Value,
        Kind = line.Kind.ToString(),
        Currency = line.Amount.Currency.Value,
        Amount = line.Amount.Value,
        Method = line.Method,
        SuppliedAmount = line.SuppliedAmount,
        Vat = line.Vat,
        TaxFreeAmount = line.TaxFreeAmount,
        GatewayMerchantId = line.GatewayMerchantId,
        TestMode = line.TestMode,
        At = RowConverter.Instant(line.At),
        RecordedAt = RowConverter.Instant(line.RecordedAt),
    };

    public static MoneyMovement ToRecord(MoneyMovementRow row) => new()
    {
        Merchant = row.Merchant,
        TransactionKey = row.TransactionKey,
        OrderId = RowConverter.Kept<OrderId>(row.OrderId),
        PaymentKey = RowConverter.Kept<PaymentKey>(row.PaymentKey),
        Kind = Enum.Parse<MoneyMovementKind>(row.Kind),
        Amount = new Money(RowConverter.Plain(row.Amount)!.Value, Currency.From(row.Currency)),
        Method = row.Method,
        SuppliedAmount = RowConverter.Plain(row.SuppliedAmount),
        Vat = RowConverter.Plain(row.Vat),
        TaxFreeAmount = RowConverter.Plain(row.TaxFreeAmount),
        GatewayMerchantId = row.GatewayMerchantId,
        TestMode = row.TestMode,
        At = RowConverter.Instant(row.At),
        RecordedAt = RowConverter.Instant(row.RecordedAt),
    };

    public static BreakRow ToRow(ReconciliationBreak found) => new()
    {
        Merchant = found.Merchant,
        TransactionKey = found.TransactionKey,
        Kind = found.Kind.ToString(),
        Day = found.Day.DayNumber,
        OrderId = found.OrderId,
        PaymentKey = found.PaymentKey,
        Ours = found.Ours,
        Theirs = found.Theirs,
        Currency = found.Currency.Value,
        Detail = found.Detail,
        Owner = found.Owner,
        OpenedAt = RowConverter.Instant(found.OpenedAt),
        ClosedAt = RowConverter.Instant(found.ClosedAt),
        ClosedBecause = found.ClosedBecause,
    };

    public static ReconciliationBreak ToRecord(BreakRow row) => new()
    {
        Merchant = row.Merchant,
        TransactionKey = row.TransactionKey,
        Kind = Enum.Parse<ReconciliationBreakKind>(row.Kind),
        Day = DateOnly.FromDayNumber(row.Day),
        OrderId = row.OrderId,
        PaymentKey = row.PaymentKey,
        Ours = RowConverter.Plain(row.Ours),
        Theirs = RowConverter.Plain(row.Theirs),
        Currency = Currency.From(row.Currency),
        Detail = row.Detail,
        Owner = row.Owner,
        OpenedAt = RowConverter.Instant(row.OpenedAt),
        ClosedAt = RowConverter.Instant(row.ClosedAt),
        ClosedBecause = row.ClosedBecause,
    };
}

/// <summary>Converts events to rows of <c>payment_outbox</c>, and back.</summary>
internal static class OutboxRowConverter
{
    public static OutboxRow ToRow(OrderEvent happened) => new()
    {
        Merchant = happened.Merchant,
        PurchaseId = happened.PurchaseId.Value,
        Sequence = happened.Sequence,
        EventId = happened.EventId,
        OrderId = happened.OrderId.Value,
        Type = happened.Type.ToString(),
        TestMode = happened.TestMode,
        RecordedAt = RowConverter.Instant(happened.RecordedAt),
        DueAt = RowConverter.Instant(happened.RecordedAt),
    };

    public static OrderEvent ToRecord(OutboxRow row) => new()
    {
        Merchant = row.Merchant,
        PurchaseId = PurchaseId.Parse(row.PurchaseId),
        Sequence = row.Sequence,
        EventId = row.EventId,
        OrderId = RowConverter.Kept<OrderId>(row.OrderId),
        Type = Enum.Parse<OrderEventType>(row.Type),
        TestMode = row.TestMode,
        RecordedAt = RowConverter.Instant(row.RecordedAt),
    };

    public static EventDelivery ToDelivery(OutboxRow row) => new()
    {
        Event = ToRecord(row),
        FailureCount = row.FailureCount,
        FencingToken = row.FencingToken,
        LeaseUntil = RowConverter.Instant(row.LeaseUntil),
        DueAt = RowConverter.Instant(row.DueAt),
        DeliveredAt = RowConverter.Instant(row.DeliveredAt),
        Error = row.Error,
        SkippedBy = row.SkippedBy,
    };
}

/// <summary>Converts webhooks to rows of <c>payment_inbox</c>, and back.</summary>
internal static class InboxRowConverter
{
    public static InboxRow ToRow(InboxMessage message, DateTimeOffset now) => new()
    {
        Merchant = message.Merchant,
        MessageId = message.MessageId,
        BodyHash = message.BodyHash,
        EventType = message.EventType,
        TransmissionId = message.TransmissionId,
        OrderId = message.OrderId?.Value,
        Claim = message.Claim,
        Body = message.Body,
        ReceivedAt = RowConverter.Instant(now),
        HandledAt = RowConverter.Instant(message.HandledAt),
        DueAt = message.HandledAt is null ? RowConverter.Instant(now) : null,
        FailureCount = message.FailureCount,
        FencingToken = message.FencingToken,
    };

    public static InboxMessage ToRecord(InboxRow row) => new()
    {
        Merchant = row.Merchant,
        MessageId = row.MessageId,
        BodyHash = row.BodyHash,
        EventType = row.EventType,
        TransmissionId = row.TransmissionId,
        OrderId = row.OrderId is { } orderId ? RowConverter.Kept<OrderId>(orderId) : null,
        Claim = row.Claim,
        Body = row.Body,
        ReceivedAt = RowConverter.Instant(row.ReceivedAt),
        HandledAt = RowConverter.Instant(row.HandledAt),
        DueAt = RowConverter.Instant(row.DueAt),
        FailureCount = row.FailureCount,
        FencingToken = row.FencingToken,
    };
}
