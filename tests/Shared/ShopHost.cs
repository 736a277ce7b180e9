using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;

namespace PaymentSdk.Tests.Shared;

/// <summary>A shop's backend without HTTP: checkout, ledger and recovery of one registration on a real database.</summary>
public sealed class ShopHost : IAsyncDisposable
{
    private readonly IHost _host;

    private ShopHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public ICheckout Checkout => Services.GetRequiredService<ICheckout>();

    public IRefunds Refunds => Services.GetRequiredService<IRefunds>();

    public ICharges Charges => Services.GetRequiredService<ICharges>();

    public IPaymentReviews Reviews => Services.GetRequiredService<IPaymentReviews>();

    public IOrderLedger Ledger => Services.GetRequiredService<IOrderLedger>();

    public static Task<ShopHost> StartAsync(SandboxGateway gateway, TemporaryDatabase database, TimeProvider? time = null, Action<PaymentSdkBuilder>? more = null) =>
        StartAsync(gateway.Address, database.ConnectionString, time, more);

    public static async Task<ShopHost> StartAsync(Uri gateway, string connectionString, TimeProvider? time = null, Action<PaymentSdkBuilder>? more = null, Action<DbContextOptionsBuilder>? options = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (time is not null)
            builder.Services.AddSingleton(time);
        var payments = builder.Services
            .AddPaymentSdk(options =>
            {
                options.SecretKey = "test_gsk_fake_shop";
                options.ClientKey = "test_gck_fake_shop";
                options.ApiBaseAddress = gateway.ToString();
                options.Recovery.PollInterval = TimeSpan.FromMilliseconds(50);
                options.Recovery.IdleInterval = TimeSpan.FromMilliseconds(200);
            })
            .AddEntityFrameworkLedger(
                database =>
                {
                    Use(database, connectionString);
                    options?.Invoke(database);
                },
                ledger => ledger.MigrateAtStart = true);
        more?.Invoke(payments);
        var host = builder.Build();
        await host.StartAsync();
        return new ShopHost(host);
    }

    private static void Use(DbContextOptionsBuilder database, string connectionString) =>
        _ = connectionString.StartsWith("Host=", StringComparison.Ordinal) ? database.UseNpgsql(connectionString) : database.UseSqlite(connectionString);

    /// <summary>Opens a purchase in won and returns its order id.</summary>
    public async Task<OrderId> OpenAsync(decimal amount = 15_000, PurchaseId? purchaseId = null)
    {
        var outcome = await Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(amount), OrderName = "사과 한 상자", PurchaseId = purchaseId });
        return Opened(outcome);
    }

    public static OrderId Opened(OpenOutcome outcome) => outcome.Match(
        opened => opened.Order.OrderId,
        notOpen => throw new InvalidOperationException($"The purchase was not opened: the status of its blocking attempt is {notOpen.Live.Status}."),
        notFound => throw new InvalidOperationException("The purchase was not opened: the order was not found."));

    /// <summary>Confirms, and waits longer than a buyer would, because the tests do not measure speed.</summary>
    public Task<ConfirmOutcome> ConfirmAsync(OrderId orderId, string paymentKey, decimal? amount = null) =>
        Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse(paymentKey), Amount = amount, Wait = TimeSpan.FromMinutes(2) });

    public async Task<AttemptState> StateAsync(OrderId orderId) =>
        (await Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.State;

    /// <summary>Waits until the attempt is in one of these states.</summary>
    public async Task<AttemptState> UntilAsync(OrderId orderId, params AttemptState[] states)
    {
        AttemptState state = default;
        await Until.TrueAsync(async () => states.AsEnumerable().Contains(state = await StateAsync(orderId)), () => $"the state of the attempt is still {state}");
        return state;
    }

    /// <summary>Waits until recovery has handled every due row.</summary>
    public Task DrainAsync() => Until.TrueAsync(
        async () =>
        {
            var due = 0;
            foreach (var lane in Enum.GetValues<RecoveryLane>())
                due += await Ledger.CountDueAsync("", lane, TimeSpan.Zero, 1, CancellationToken.None);
            return due == 0;
        },
        () => "some rows are still due");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
