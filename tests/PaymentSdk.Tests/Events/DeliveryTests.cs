using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Events;

/// <summary>The delivery of order events to the shop's handlers.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly ReceivedEvents _received = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_paid_order_reaches_the_handler_which_can_read_it()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        PaymentOrderStatus? found = null;
        ShopHost? shop = null;
        _received.Then = async (happened, token) => found = (await shop!.Checkout.FindAsync(happened.OrderId, token))!.Status;
        await using (shop = await ShopHost.StartAsync(gateway, _database, more: Add))
        {
            var orderId = await shop.OpenAsync(purchaseId: PurchaseId.Parse("basket-7"));
            await shop.ConfirmAsync(orderId, gateway.AuthenticatePayment(orderId.Value, 15_000));

            await Until.TrueAsync(() => found is not null, "the handler receives no event");
            var received = Assert.Single(_received.All);
            Assert.Equal(
                ("", PurchaseId.Parse("basket-7"), orderId, OrderEventType.Paid, true, 1),
                (received.Merchant, received.PurchaseId, received.OrderId, received.Type, received.TestMode, received.Sequence));
            Assert.Equal(PaymentOrderStatus.Paid, found);
        }
    }

    [Fact]
    public async Task Events_of_a_purchase_come_in_order_each_in_a_scope_that_its_handlers_share()
    {
        await using var shop = await EventShop.StartAsync(_database, _received, more: payments => payments.AddOrderEventHandler<SecondHandler>().AddOrderEventHandler<FirstHandler>());

        var (_, events) = await shop.HappenAsync(OrderEventType.Paid, OrderEventType.PartlyCanceled, OrderEventType.Canceled);
        await shop.DeliveredAsync([.. events]);

        Assert.Equal(events.SelectMany(happened => new[] { happened.EventId, happened.EventId }), _received.All.Select(received => received.EventId));
        Assert.Equal(["first", "second", "first", "second", "first", "second"], _received.Handlers.Select(name => name.Split(' ')[0]));
        var scopes = _received.Handlers.Select(name => name.Split(' ')[1]).ToList();
        Assert.Equal(3, scopes.Distinct().Count());
        Assert.Equal(scopes[0], scopes[1]);
    }

    [Fact]
    public async Task Only_a_needs_attention_event_reaches_the_pager()
    {
        await using var shop = await EventShop.StartAsync(_database, _received, more: payments => payments.AddNeedsAttentionHandler<Pager>());

        var (_, events) = await shop.HappenAsync(OrderEventType.Paid, OrderEventType.NeedsAttention);
        await shop.DeliveredAsync([.. events]);

        Assert.Equal(["first", "first", "pager"], _received.Handlers.Select(name => name.Split(' ')[0]));
        Assert.Equal(OrderEventType.NeedsAttention, _received.All[^1].Type);
    }

    [Fact]
    public async Task Without_a_handler_events_stay_until_a_process_with_one_starts()
    {
        OrderEvent[] events;
        await using (var silent = await EventShop.StartAsync(_database))
        {
            (_, var happened) = await silent.HappenAsync(OrderEventType.Paid, OrderEventType.Canceled);
            events = [.. happened];
            await using var hearing = await EventShop.StartAsync(_database, _received);
            await hearing.DeliveredAsync(events);
        }

        Assert.Equal(events.Select(happened => happened.EventId), _received.All.Select(received => received.EventId));
    }

    [Fact]
    public async Task Two_processes_share_the_events_and_deliver_each_once()
    {
        await using var one = await EventShop.StartAsync(_database, _received);
        await using var two = await EventShop.StartAsync(_database, _received);

        var happened = new List<OrderEvent>();
        for (var purchase = 0; purchase < 20; purchase++)
            happened.AddRange((await (purchase % 2 == 0 ? one : two).HappenAsync(OrderEventType.Paid, OrderEventType.Canceled)).Events);
        await one.DeliveredAsync([.. happened]);

        Assert.Equal(happened.Select(each => each.EventId).Order(), _received.All.Select(received => received.EventId).Order());
        foreach (var orderId in happened.Select(each => each.OrderId).Distinct())
            Assert.Equal([OrderEventType.Paid, OrderEventType.Canceled], _received.Of(orderId));
    }

    [Fact]
    public async Task Handlers_of_one_registration_never_get_events_of_another()
    {
        var other = new ReceivedEvents();
        await using var shop = await EventShop.StartAsync(_database, _received, more: payments =>
        {
            var second = payments.Services.AddPaymentSdk("b", options => (options.SecretKey, options.ClientKey) = ("test_gsk_fake_b", "test_gck_fake_b"))
                .AddOrderLedger(services => services.GetRequiredKeyedService<IOrderLedger>(""));
            second.Services.AddKeyedSingleton("b", other);
            second.AddOrderEventHandler<HandlerOfB>();
        });

        var (_, events) = await shop.HappenAsync(OrderEventType.Paid);
        await shop.DeliveredAsync([.. events]);
        var ofB = ShopHost.Opened(await shop.Services.GetRequiredKeyedService<ICheckout>("b").OpenAsync(new NewPurchase { Amount = Money.Krw(1_000), OrderName = "b" }, TestContext.Current.CancellationToken));
        var entry = (await shop.Ledger.FindAsync("b", ofB, TestContext.Current.CancellationToken))!;
        var paid = events[0] with { Merchant = "b", EventId = Guid.NewGuid(), OrderId = ofB, PurchaseId = entry.Purchase.PurchaseId };
        await shop.Ledger.CommitAsync(new LedgerCommit { Purchase = entry.Purchase with { EventCount = 1 }, Moves = [], Events = [paid] }, TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => other.All.Count > 0, "the handler of b receives no event");

        Assert.Equal(paid.EventId, Assert.Single(other.All).EventId);
        Assert.Equal(events[0].EventId, Assert.Single(_received.All).EventId);
    }

    private void Add(PaymentSdkBuilder payments)
    {
        payments.Services.AddSingleton(_received).AddScoped<VisitScope>();
        payments.AddOrderEventHandler<FirstHandler>();
    }

    internal sealed class HandlerOfB([FromKeyedServices("b")] ReceivedEvents received) : IOrderEventHandler
    {
        public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => received.ReceiveAsync("b", happened, cancellationToken);
    }
}
