using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Tables;

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
