using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Events;

/// <summary>A shop whose events the test writes to the ledger. No server listens at its payment API address.</summary>
internal static class EventShop
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static Task<ShopHost> StartAsync(TemporaryDatabase database, ReceivedEvents? received = null, TimeProvider? time = null, Action<PaymentSdkBuilder>? more = null) =>
        ShopHost.StartAsync(Nowhere, database.ConnectionString, time, payments =>
        {
            payments.Services.AddScoped<VisitScope>();
            if (received is not null)
                payments.AddOrderEventHandler<FirstHandler>().Services.AddSingleton(received);
            more?.Invoke(payments);
        });

    /// <summary>Opens a purchase and writes these events for it in one commit.</summary>
    public static async Task<(OrderId OrderId, IReadOnlyList<OrderEvent> Events)> HappenAsync(this ShopHost shop, params OrderEventType[] types)
    {
        var orderId = await shop.OpenAsync();
        return (orderId, await shop.HappenToAsync(orderId, types));
    }

    public static async Task<IReadOnlyList<OrderEvent>> HappenToAsync(this ShopHost shop, OrderId orderId, params OrderEventType[] types)
    {
        var (purchase, _, now) = (await shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        var events = types.Select((type, before) => new OrderEvent
        {
            Merchant = "",
            EventId = Guid.NewGuid(),
            PurchaseId = purchase.PurchaseId,
            OrderId = orderId,
            Sequence = before + 1,
            Type = type,
            TestMode = true,
            RecordedAt = now,
        }).ToList();
        var commit = new LedgerCommit { Purchase = purchase with { EventCount = events.Count }, Moves = [], Events = events };
        Assert.Equal(LedgerCommitResult.Committed, await shop.Ledger.CommitAsync(commit, CancellationToken.None));
        return events;
    }

    public static async Task<EventDelivery> DeliveryAsync(this ShopHost shop, OrderEvent happened) =>
        (await shop.Ledger.FindEventAsync("", happened.EventId, CancellationToken.None))!;

    /// <summary>Waits until these events are delivered.</summary>
    public static Task DeliveredAsync(this ShopHost shop, params OrderEvent[] events) => Until.TrueAsync(
        async () =>
        {
            foreach (var happened in events)
            {
                if ((await shop.DeliveryAsync(happened)).DeliveredAt is null)
                    return false;
            }

            return true;
        },
        () => "the events are not delivered");
}
