using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Of_a_purchase_only_its_first_undelivered_event_is_claimed()
    {
        var ledger = await OpenLedgerAsync();
        var (first, second) = await TwoEventsAsync(ledger);

        var claimed = Assert.Single(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));
        Assert.Equal((first.EventId, 1L), (claimed.Event.EventId, claimed.FencingToken));
        Assert.Equal(claimed.LeaseUntil, (await ledger.FindEventAsync(_merchant, first.EventId, Ct))!.LeaseUntil);
        Assert.True(claimed.LeaseUntil > await ledger.GetTimeAsync(Ct));
        Assert.Empty(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));

        Assert.True(await ledger.RecordDeliveryAsync(claimed with { DeliveredAt = claimed.Event.RecordedAt, DueAt = null }, Ct));
        var next = Assert.Single(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));
        Assert.Equal(second.EventId, next.Event.EventId);
    }

    [Fact]
    public async Task A_failed_delivery_keeps_the_later_events_of_its_purchase_waiting_and_no_others()
    {
        var ledger = await OpenLedgerAsync();
        var (first, _) = await TwoEventsAsync(ledger);
        var (other, _) = await TwoEventsAsync(ledger);
        var claimed = (await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct)).Single(delivery => delivery.Event.EventId == first.EventId);

        await ledger.RecordDeliveryAsync(claimed with { FailureCount = 1, Error = "TimeoutException", DueAt = claimed.Event.RecordedAt.AddHours(1) }, Ct);

        Assert.Empty(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));
        var stored = Assert.IsType<EventDelivery>(await ledger.FindEventAsync(_merchant, first.EventId, Ct));
        Assert.Equal((1, "TimeoutException", null, null), (stored.FailureCount, stored.Error, stored.DeliveredAt, stored.LeaseUntil));
        Assert.Equal(4, (await ledger.ListUndeliveredAsync(_merchant, 10, Ct)).Count);
        Assert.NotNull(await ledger.FindEventAsync(_merchant, other.EventId, Ct));
    }

    [Fact]
    public async Task A_delivery_that_was_taken_over_cannot_be_recorded_by_its_old_holder()
    {
        var ledger = await OpenLedgerAsync();
        await TwoEventsAsync(ledger);
        var old = Assert.Single(await ledger.ClaimEventsAsync(_merchant, 10, TimeSpan.FromMilliseconds(1), Ct));
        await PassAsync(ledger, TimeSpan.FromMilliseconds(2));
        var taken = Assert.Single(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));

        Assert.False(await ledger.RecordDeliveryAsync(old with { DeliveredAt = old.Event.RecordedAt, DueAt = null }, Ct));
        Assert.True(await ledger.RecordDeliveryAsync(taken with { DeliveredAt = taken.Event.RecordedAt, DueAt = null }, Ct));
    }

    [Fact]
    public async Task Of_many_claimers_at_once_each_event_has_exactly_one()
    {
        var ledger = await OpenLedgerAsync();
        for (var purchase = 0; purchase < 10; purchase++)
            await TwoEventsAsync(ledger);

        var claims = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            await (await OpenLedgerAsync()).ClaimEventsAsync(_merchant, 10, Lease, Ct)));

        var claimed = claims.SelectMany(claim => claim).Select(delivery => delivery.Event.EventId).ToList();
        Assert.Equal(claimed.Distinct().Count(), claimed.Count);
        var rest = await ledger.ClaimEventsAsync(_merchant, 20, Lease, Ct);
        Assert.Equal(10, claimed.Count + rest.Count);
    }

    [Fact]
    public async Task Every_field_of_a_delivery_comes_back_as_it_was_recorded()
    {
        var ledger = await OpenLedgerAsync();
        var (first, _) = await TwoEventsAsync(ledger);
        var claimed = Assert.Single(await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct));

        var recorded = claimed with { FailureCount = 7, DueAt = null, DeliveredAt = Seoul, Error = "InvalidOperationException", SkippedBy = "점원 kim: 창고에 이미 알렸음" };
        Assert.True(await ledger.RecordDeliveryAsync(recorded, Ct));

        var stored = Assert.IsType<EventDelivery>(await ledger.FindEventAsync(_merchant, first.EventId, Ct));
        Assert.Equal(recorded with { FencingToken = stored.FencingToken, LeaseUntil = null }, stored);
        Assert.True(stored.FencingToken > recorded.FencingToken);
    }

    private async Task<(OrderEvent First, OrderEvent Second)> TwoEventsAsync(IOrderLedger ledger)
    {
        var opened = await OpenAsync(ledger);
        var (first, second) = (Event(opened, 1), Event(opened, 2, OrderEventType.Canceled));
        await CommittedAsync(ledger, Moving(opened, AttemptState.Confirming, NewPaymentKey(), first, second));
        return (first, second);
    }
}
