using PaymentSdk.Api;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>The payment that <see cref="LedgerTrial"/> writes and rolls back.</summary>
internal sealed class TrialPayment
{
    public const string OrderName = "사과 한 상자 🍎";

    /// <summary>A name that no registration has, because it contains spaces.</summary>
    public string Merchant { get; } = $"start check {Guid.NewGuid():N}";

    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Returns a purchase with an attempt for each order id, an event and a money movement.</summary>
    public LedgerCommit Opened(params string[] orderIds)
    {
        var now = DateTimeOffset.UnixEpoch;
        var purchase = new Purchase
        {
            Merchant = Merchant,
            PurchaseId = PurchaseId.Parse(Id),
            Amount = Money.Krw(15_000),
            OrderName = OrderName,
            LatestAttempt = OrderId.Parse(orderIds[0]),
            OpenedAt = now,
        };
        return new LedgerCommit
        {
            Purchase = purchase,
            Moves = [.. orderIds.Select((orderId, number) => new AttemptMove
            {
                ExpectedState = null,
                Attempt = new Attempt
                {
                    Merchant = Merchant,
                    PurchaseId = purchase.PurchaseId,
                    OrderId = OrderId.Parse(orderId),
                    Number = number + 1,
                    State = AttemptState.AwaitingDeposit,
                    Amount = purchase.Amount,
                    Method = OrderName,
                    PaymentKey = PaymentKey.Parse(orderId),
                    // Later than the epoch, so that making it due changes the row whatever the clock says.
                    DueAt = now.AddMilliseconds(1),
                    JournalCount = 1,
                    OpenedAt = now,
                    ChangedAt = now,
                },
                Journal = new JournalEntry
                {
                    Merchant = Merchant,
                    PurchaseId = purchase.PurchaseId,
                    OrderId = OrderId.Parse(orderId),
                    Sequence = 1,
                    To = AttemptState.AwaitingDeposit,
                    Cause = "start-check",
                    Evidence = OrderName,
                    Actor = "start-check",
                    FencingToken = 0,
                    RecordedAt = now,
                },
            })],
            Events =
            [
                new OrderEvent
                {
                    Merchant = Merchant,
                    EventId = Guid.NewGuid(),
                    PurchaseId = purchase.PurchaseId,
                    OrderId = purchase.LatestAttempt,
                    Sequence = 1,
                    Type = OrderEventType.AwaitingDeposit,
                    RecordedAt = now,
                },
            ],
            Movements = [Movement(purchase.LatestAttempt, "written")],
        };
    }

    public MoneyMovement Movement(OrderId orderId, string transactionKey) => new()
    {
        Merchant = Merchant,
        TransactionKey = transactionKey,
        OrderId = orderId,
        PaymentKey = PaymentKey.Parse(Id),
        Kind = MoneyMovementKind.Approval,
        Amount = Money.Krw(15_000),
        Method = OrderName,
        At = DateTimeOffset.UnixEpoch,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    public RefundRecord Refund(OrderId orderId) => new()
    {
        Merchant = Merchant,
        OrderId = orderId,
        RefundId = RefundId.Parse(Id),
        Number = 1,
        State = RefundProgress.Done,
        Amount = 15_000,
        Reason = OrderName,
        Actor = "start-check",
        IdempotencyKey = IdempotencyKey.Parse(Id),
        SecretFingerprint = "start-check",
        RequestUrl = "/start-check",
        RequestedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

    public InboxMessage Webhook() => new() { Merchant = Merchant, MessageId = Guid.NewGuid(), BodyHash = Id, EventType = OrderName, Body = OrderName, DueAt = DateTimeOffset.UnixEpoch };

    public ReconciliationBreak Break() => new()
    {
        Merchant = Merchant,
        TransactionKey = Id,
        Kind = ReconciliationBreakKind.OursOnly,
        Day = new DateOnly(2026, 1, 1),
        Currency = Currency.Krw,
        Detail = OrderName,
        OpenedAt = DateTimeOffset.UnixEpoch,
    };
}
