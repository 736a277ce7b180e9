using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Events;

/// <summary>Handlers that fail or hang, processes that die, and operators who skip or retry an event.</summary>
public sealed class FailingHandlerTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly ReceivedEvents _received = new();
    private readonly ShiftedTime _time = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_failed_event_comes_again_with_the_same_id_and_stops_only_its_purchase()
    {
        OrderId? poisoned = null;
        _received.Then = (happened, _) => happened.OrderId == poisoned ? throw new InvalidDataException("no such customer") : Task.CompletedTask;
        await using var shop = await EventShop.StartAsync(_database, _received, _time);
        var (orderId, events) = await PoisonedAsync(shop, id => poisoned = id);
        await Until.TrueAsync(async () => (await shop.DeliveryAsync(events[0])).FailureCount == 1, () => "the failure is not recorded");
        var (other, sane) = await shop.HappenAsync(OrderEventType.Paid, OrderEventType.Canceled);
        await shop.DeliveredAsync([.. sane]);

        var failed = await shop.DeliveryAsync(events[0]);
        Assert.Equal(("InvalidDataException", null), (failed.Error, failed.DeliveredAt));
        Assert.All(_received.Of(orderId), type => Assert.Equal(OrderEventType.Paid, type));
        Assert.Equal([OrderEventType.Paid, OrderEventType.Canceled], _received.Of(other));

        _received.Then = (_, _) => Task.CompletedTask;
        _time.Advance(TimeSpan.FromHours(1));
        await shop.DeliveredAsync([.. events]);
        Assert.Equal(OrderEventType.Canceled, _received.Of(orderId)[^1]);
        Assert.True(_received.All.Count(received => received.EventId == events[0].EventId) >= 2);
    }

    [Fact]
    public async Task Waits_between_deliveries_grow_to_an_hour()
    {
        _received.Then = (_, _) => throw new InvalidDataException();
        await using var shop = await EventShop.StartAsync(_database, _received, _time);
        var (_, events) = await shop.HappenAsync(OrderEventType.Paid);

        int[] waits = [1, 5, 30, 120, 600, 3600, 3600];
        for (var failure = 1; failure <= waits.Length; failure++)
        {
            EventDelivery delivery = null!;
            await Until.TrueAsync(async () => (delivery = await shop.DeliveryAsync(events[0])).FailureCount == failure, () => $"failure {failure} is not recorded");
            var left = delivery.DueAt!.Value - await shop.Ledger.GetTimeAsync(TestContext.Current.CancellationToken);
            // On a slow machine, the first two waits may be over before they are checked.
            if (failure > 2)
                Assert.InRange(left.TotalSeconds, waits[failure - 1] - 20, waits[failure - 1]);
            _time.Advance(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task An_operator_skips_a_poisoned_event_and_the_next_one_follows()
    {
        _received.Then = (happened, _) => happened.Type == OrderEventType.Paid ? throw new InvalidDataException() : Task.CompletedTask;
        await using var shop = await EventShop.StartAsync(_database, _received, _time);
        var (_, events) = await shop.HappenAsync(OrderEventType.Paid, OrderEventType.Canceled);
        var orderEvents = shop.Services.GetRequiredService<IOrderEvents>();
        await Until.TrueAsync(async () => (await shop.DeliveryAsync(events[0])).FailureCount >= 3, () => "the delivery does not fail three times");
        Assert.Equal(events.Select(happened => happened.EventId), (await orderEvents.ListUndeliveredAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(delivery => delivery.Event.EventId));

        Assert.Equal(DeliveryResult.Done, await orderEvents.SkipAsync(events[0].EventId, "kim", "the customer was deleted", TestContext.Current.CancellationToken));

        await shop.DeliveredAsync(events[1]);
        Assert.Equal("kim: the customer was deleted", (await shop.DeliveryAsync(events[0])).SkippedBy);
        Assert.Empty(await orderEvents.ListUndeliveredAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(DeliveryResult.AlreadyOver, await orderEvents.SkipAsync(events[0].EventId, "kim", "again", TestContext.Current.CancellationToken));
        Assert.Equal(DeliveryResult.AlreadyOver, await orderEvents.RetryAsync(events[0].EventId, TestContext.Current.CancellationToken));
        Assert.Equal(DeliveryResult.NotFound, await orderEvents.RetryAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_operator_retries_an_event_at_once_when_the_handler_is_fixed()
    {
        _received.Then = (_, _) => throw new InvalidDataException();
        await using var shop = await EventShop.StartAsync(_database, _received, _time);
        var (_, events) = await shop.HappenAsync(OrderEventType.Paid);
        await Until.TrueAsync(async () => (await shop.DeliveryAsync(events[0])).FailureCount >= 3, () => "the delivery does not fail three times");

        _received.Then = (_, _) => Task.CompletedTask;
        Assert.Equal(DeliveryResult.Done, await shop.Services.GetRequiredService<IOrderEvents>().RetryAsync(events[0].EventId, TestContext.Current.CancellationToken));

        await shop.DeliveredAsync([.. events]);
    }

    [Theory]
    [InlineData("", "why")]
    [InlineData("kim", " ")]
    [InlineData("kim", "two\nlines")]
    public async Task A_skip_without_who_and_why_is_refused(string who, string why)
    {
        await using var shop = await EventShop.StartAsync(_database);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            shop.Services.GetRequiredService<IOrderEvents>().SkipAsync(Guid.NewGuid(), who, why, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_handler_that_hangs_stops_no_other_purchase_and_its_event_cannot_be_decided_meanwhile()
    {
        using var hang = new CancellationTokenSource();
        OrderId? hanging = null;
        // The worst case: the handler blocks its thread and ignores its cancellation token.
        _received.Then = (happened, _) =>
        {
            if (happened.OrderId == hanging)
                hang.Token.WaitHandle.WaitOne();
            return Task.CompletedTask;
        };
        await using var shop = await EventShop.StartAsync(_database, _received);
        var (_, events) = await PoisonedAsync(shop, id => hanging = id);
        await Until.TrueAsync(() => _received.All.Count > 0, "the handler receives no event");

        var (_, sane) = await shop.HappenAsync(OrderEventType.Paid, OrderEventType.Canceled);
        await shop.DeliveredAsync([.. sane]);

        var orderEvents = shop.Services.GetRequiredService<IOrderEvents>();
        Assert.Equal(DeliveryResult.BeingDelivered, await orderEvents.SkipAsync(events[0].EventId, "kim", "it hangs", TestContext.Current.CancellationToken));
        Assert.Null((await shop.DeliveryAsync(events[1])).DeliveredAt);
        await hang.CancelAsync();
        await shop.DeliveredAsync([.. events]);
    }

    [Fact]
    public async Task A_handler_that_runs_longer_than_a_minute_has_failed()
    {
        _received.Then = (_, token) => Task.Delay(Timeout.Infinite, token);
        await using var shop = await EventShop.StartAsync(_database, _received, new QuickTimers());
        var (_, events) = await shop.HappenAsync(OrderEventType.Paid);

        await Until.TrueAsync(async () => (await shop.DeliveryAsync(events[0])).FailureCount == 1, () => "the delivery that hangs does not fail");

        Assert.Equal("TimeoutException", (await shop.DeliveryAsync(events[0])).Error);
    }

    [Fact]
    public async Task An_event_of_a_process_that_died_comes_again_when_its_lease_is_over()
    {
        await using var silent = await EventShop.StartAsync(_database, time: _time);
        var (_, events) = await silent.HappenAsync(OrderEventType.Paid);
        var died = Assert.Single(await silent.Ledger.ClaimEventsAsync("", 1, TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken));
        await using var shop = await EventShop.StartAsync(_database, _received, _time);
        var (_, later) = await shop.HappenAsync(OrderEventType.Paid);
        await shop.DeliveredAsync([.. later]);
        Assert.Null((await shop.DeliveryAsync(events[0])).DeliveredAt);

        _time.Advance(TimeSpan.FromSeconds(121));
        await shop.DeliveredAsync([.. events]);

        Assert.Equal(died.Event.EventId, _received.All[^1].EventId);
    }

    [Fact]
    public async Task A_host_that_stops_lets_a_running_handler_finish_and_writes_its_receipt()
    {
        using var finish = new SemaphoreSlim(0);
        _received.Then = (_, token) => finish.WaitAsync(token);
        var shop = await EventShop.StartAsync(_database, _received);
        var (_, events) = await shop.HappenAsync(OrderEventType.Paid);
        await Until.TrueAsync(() => _received.All.Count == 1, "the handler receives no event");

        var stopping = shop.DisposeAsync().AsTask();
        finish.Release();
        await stopping;

        await using var silent = await EventShop.StartAsync(_database);
        Assert.NotNull((await silent.DeliveryAsync(events[0])).DeliveredAt);
        Assert.Single(_received.All);
    }

    /// <summary>Opens a purchase and passes on its order id before its events are written.</summary>
    private static async Task<(OrderId OrderId, IReadOnlyList<OrderEvent> Events)> PoisonedAsync(ShopHost shop, Action<OrderId> tell)
    {
        var orderId = await shop.OpenAsync();
        tell(orderId);
        return (orderId, await shop.HappenToAsync(orderId, OrderEventType.Paid, OrderEventType.Canceled));
    }
}
