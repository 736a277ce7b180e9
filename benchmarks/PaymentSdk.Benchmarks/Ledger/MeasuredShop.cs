using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>A shop with the ledger under test and a gateway that answers immediately.</summary>
internal sealed class MeasuredShop : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ICheckout _checkout;

    public MeasuredShop(IHost host) => (_host, _checkout) = (host, host.Services.GetRequiredService<ICheckout>());

    public static async Task<MeasuredShop> StartAsync(LedgerUnderTest ledger)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder.Services, ledger);
        var host = builder.Build();
        await host.StartAsync();
        return new MeasuredShop(host);
    }

    /// <summary>Adds PaymentSdk with the ledger under test and the gateway that answers immediately.</summary>
    public static PaymentSdkBuilder Add(IServiceCollection services, LedgerUnderTest ledger)
    {
        var payments = services
            .AddPaymentSdk(options =>
            {
                options.SecretKey = "test_gsk_fake_shop";
                options.ClientKey = "test_gck_fake_shop";
            })
            .AddEntityFrameworkLedger(ledger.Use, options => options.MigrateAtStart = true);
        services.AddKeyedSingleton("", InstantGateway.Client);
        return payments;
    }

    /// <summary>Opens purchases, outside the measured time.</summary>
    public async Task<IReadOnlyList<OrderId>> OpenAsync(int count)
    {
        var opened = new OrderId[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, token) =>
        {
            var outcome = await _checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과 한 상자" }, token);
            opened[at] = outcome.Match(order => order.Order.OrderId, notOpen => default, notFound => default);
        });
        return opened;
    }

    public Task<Round> ConfirmAsync(IReadOnlyList<OrderId> orders, int buyers) => Round.MeasureAsync(orders, buyers, async (_, orderId) =>
    {
        var outcome = await _checkout.ConfirmAsync(new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse($"tgen_{Guid.NewGuid():N}"), Amount = 15_000 });
        if (outcome is not ConfirmOutcome.Paid)
            throw new InvalidOperationException($"A confirm returned {outcome} instead of Paid.");
    });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
