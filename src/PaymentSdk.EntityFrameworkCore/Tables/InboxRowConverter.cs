using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Tables;

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
