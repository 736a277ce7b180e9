using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    private static readonly TimeSpan Replay = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_webhook_is_stored_claimed_and_handled_once()
    {
        var ledger = await OpenLedgerAsync();
        var message = Message("""{"eventType":"PAYMENT_STATUS_CHANGED"}""");
        Assert.Equal(InboxResult.Stored, await ledger.ReceiveAsync(message, 100, Replay, Ct));

        var claimed = Assert.Single(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));
        Assert.Equal((message.MessageId, message.Body, message.Claim, message.OrderId), (claimed.MessageId, claimed.Body, claimed.Claim, claimed.OrderId));
        Assert.Empty(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));

        Assert.True(await ledger.RecordHandlingAsync(claimed with { HandledAt = claimed.ReceivedAt, DueAt = null }, Ct));
        Assert.False(await ledger.RecordHandlingAsync(claimed, Ct));
        Assert.Empty(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));
    }

    [Fact]
    public async Task A_webhook_whose_handling_failed_is_claimed_again_when_it_is_due_with_its_attempt_count()
    {
        var ledger = await OpenLedgerAsync();
        var message = Message("one") with { TransmissionId = "w-1", Claim = "CANCELED" };
        await ledger.ReceiveAsync(message, 100, Replay, Ct);
        var claimed = Assert.Single(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));
        Assert.Equal(message with { ReceivedAt = claimed.ReceivedAt, DueAt = claimed.ReceivedAt, FencingToken = 1 }, claimed);

        Assert.True(await ledger.RecordHandlingAsync(claimed with { FailureCount = 3, DueAt = claimed.ReceivedAt.AddHours(1) }, Ct));
        Assert.Empty(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));

        await ledger.ReceiveAsync(Message("two"), 100, Replay, Ct);
        var second = Assert.Single(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));
        Assert.True(await ledger.RecordHandlingAsync(second with { FailureCount = 4, DueAt = second.ReceivedAt }, Ct));
        Assert.Equal((second.MessageId, 4), Assert.Single(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct)) is var again ? (again.MessageId, again.FailureCount) : default);
    }

    [Fact]
    public async Task The_same_webhook_again_is_not_stored_twice()
    {
        var ledger = await OpenLedgerAsync();
        var message = Message("one");

        Assert.Equal(InboxResult.Stored, await ledger.ReceiveAsync(message, 100, Replay, Ct));
        Assert.Equal(InboxResult.Replayed, await ledger.ReceiveAsync(message with { MessageId = Guid.NewGuid() }, 100, Replay, Ct));
        Assert.Single(await ledger.ClaimMessagesAsync(_merchant, 10, Lease, Ct));
    }

    [Fact]
    public async Task An_inbox_with_too_many_waiting_webhooks_accepts_no_more()
    {
        var ledger = await OpenLedgerAsync();
        await ledger.ReceiveAsync(Message("one"), 2, Replay, Ct);
        await ledger.ReceiveAsync(Message("two"), 2, Replay, Ct);

        Assert.Equal(InboxResult.Full, await ledger.ReceiveAsync(Message("three"), 2, Replay, Ct));
        var claimed = (await ledger.ClaimMessagesAsync(_merchant, 1, Lease, Ct))[0];
        await ledger.RecordHandlingAsync(claimed with { HandledAt = claimed.ReceivedAt, DueAt = null }, Ct);
        Assert.Equal(InboxResult.Stored, await ledger.ReceiveAsync(Message("three"), 2, Replay, Ct));
    }

    private InboxMessage Message(string body) => new()
    {
        Merchant = _merchant,
        MessageId = Guid.NewGuid(),
        BodyHash = $"hash-of-{body.Length}-{body[..3]}",
        EventType = "PAYMENT_STATUS_CHANGED",
        OrderId = OrderId.New(),
        Claim = "DONE",
        Body = body,
    };
}
