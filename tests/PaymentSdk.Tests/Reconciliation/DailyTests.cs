using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Checkout;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Reconciliation;

/// <summary>The daily reconciliation, and the deletion of rows after their retention period.</summary>
public sealed class DailyTests
{
    [Fact]
    public async Task An_unpaid_purchase_is_purged_after_its_time_and_a_paid_one_is_kept()
    {
        await using var shop = await PaidShop.StartAsync(payments => payments.AddOrderEventHandler<Nod>());
        var (paid, _) = await shop.PayAsync();
        var opened = await shop.Shop.OpenAsync();
        await DeliveredAsync(shop.Shop);
        var retention = shop.Shop.Services.GetRequiredService<IRetention>();
        shop.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(new PurgeResult(0, 0, 0), await retention.PurgeAsync());

        shop.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(new PurgeResult(1, 0, 0), await retention.PurgeAsync());
        Assert.Null(await shop.Checkout.FindAsync(opened));
        Assert.NotNull(await shop.Checkout.FindAsync(paid));

        shop.Time.Advance(TimeSpan.FromDays(5 * 366));
        Assert.Equal(new PurgeResult(1, 1, 0), await retention.PurgeAsync());
        Assert.Null(await shop.Checkout.FindAsync(paid));
    }

    [Fact]
    public async Task A_purchase_with_an_undelivered_event_is_kept()
    {
        await using var shop = await PaidShop.StartAsync();
        var (paid, _) = await shop.PayAsync();
        shop.Time.Advance(TimeSpan.FromDays(6 * 366));

        Assert.Equal(new PurgeResult(0, 0, 0), await shop.Shop.Services.GetRequiredService<IRetention>().PurgeAsync());

        Assert.Equal(OrderEventType.Paid, Assert.Single(await shop.Shop.Services.GetRequiredService<IOrderEvents>().ListUndeliveredAsync()).Event.Type);
        Assert.NotNull(await shop.Checkout.FindAsync(paid));
    }

    private static Task DeliveredAsync(ShopHost shop) => Until.TrueAsync(
        async () => (await shop.Services.GetRequiredService<IOrderEvents>().ListUndeliveredAsync()).Count == 0,
        () => "the event is not delivered");

    private sealed class Nod : IOrderEventHandler
    {
        public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [Fact]
    public async Task Yesterday_is_reconciled_at_the_time_of_day_that_is_set()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var database = new TemporaryDatabase();
        await using var shop = await ShopHost.StartAsync(gateway, database, more: payments => payments.Services.Configure<PaymentSdkOptions>("", options =>
        {
            options.Reconciliation.TimeOfDay = SoonInSeoul();
            options.Reconciliation.Days = 2;
        }));
        // The daily run reconciles the day of this discrepancy again and closes it, because no money moved on that day.
        await shop.Ledger.SaveBreaksAsync([await BreakAsync(shop)], CancellationToken.None);

        await Until.TrueAsync(
            async () => (await shop.Reconciliation().ListBreaksAsync()).Count == 0,
            () => "the daily reconciliation does not run");

        Assert.NotNull(Assert.Single(await shop.Reconciliation().ListBreaksAsync(withClosed: true)).ClosedAt);
    }

    [Fact]
    public async Task Each_registration_is_reconciled_separately_in_one_ledger()
    {
        await using var gateway = await SandboxGateway.StartAsync(options => options.Keys =
            [new SandboxKeyPair("test_gsk_fake_shop", "test_gck_fake_shop"), new SandboxKeyPair("test_gsk_fake_other", "test_gck_fake_other")]);
        using var database = new TemporaryDatabase();
        await using var shop = await StartWithSecondAsync(gateway, database, "other");
        var orderId = await shop.OpenAsync();
        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));

        var ours = await shop.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(gateway.Now));
        var others = await shop.Services.GetRequiredKeyedService<IReconciliation>("b").ReconcileAsync(ReconciliationExtensions.Around(gateway.Now));

        Assert.Equal((15_000, 0), (Assert.Single(ours.Sums).Theirs, ours.Breaks.Count));
        Assert.Equal(("b", 0, 0), (others.Merchant, others.Sums.Count, others.Breaks.Count));
    }

    [Fact]
    public async Task Two_registrations_on_one_account_do_not_report_the_payments_of_each_other()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var database = new TemporaryDatabase();
        await using var shop = await StartWithSecondAsync(gateway, database, "shop");
        var orderId = await shop.OpenAsync();
        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));
        var checkout = shop.Services.GetRequiredKeyedService<ICheckout>("b");
        var other = ShopHost.Opened(await checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(7_000), OrderName = "배" }));
        var confirmation = new PaymentConfirmation { OrderId = other, PaymentKey = PaymentKey.Parse(gateway.AuthenticatePayment(other.Value, 7_000)), Wait = TimeSpan.FromMinutes(2) };
        Assert.IsType<ConfirmOutcome.Paid>(await checkout.ConfirmAsync(confirmation));

        var ours = await shop.Reconciliation().ReconcileAsync(ReconciliationExtensions.Around(gateway.Now));
        var others = await shop.Services.GetRequiredKeyedService<IReconciliation>("b").ReconcileAsync(ReconciliationExtensions.Around(gateway.Now));

        Assert.Equal((15_000, 0), (Assert.Single(ours.Sums).Ours, ours.Breaks.Count));
        Assert.Equal((7_000, 0), (Assert.Single(others.Sums).Ours, others.Breaks.Count));
    }

    /// <summary>Starts a shop whose host has a second registration, "b", in the same database.</summary>
    private static Task<ShopHost> StartWithSecondAsync(SandboxGateway gateway, TemporaryDatabase database, string keys) =>
        ShopHost.StartAsync(gateway, database, more: payments => payments.Services
            .AddPaymentSdk("b", options =>
            {
                options.SecretKey = $"test_gsk_fake_{keys}";
                options.ClientKey = $"test_gck_fake_{keys}";
                options.ApiBaseAddress = gateway.Address.ToString();
            })
            .AddEntityFrameworkLedger(ledger => ledger.UseSqlite(database.ConnectionString)));

    [Theory]
    [InlineData("Reconciliation:TimeOfDay", "1.00:00:00")]
    [InlineData("Reconciliation:Days", "0")]
    [InlineData("Retention:NeverPaid", "00:59:00")]
    [InlineData("Retention:Payments", "100.00:00:00")]
    [InlineData("Retention:Inbox", "a month")]
    [InlineData("Reconciliation:Enabled", "perhaps")]
    public void A_setting_out_of_its_range_stops_the_host_by_its_name(string setting, string value)
    {
        var services = new ServiceCollection();
        services.AddPaymentSdk(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SecretKey"] = "test_gsk_fake_shop",
            ["ClientKey"] = "test_gck_fake_shop",
            [setting] = value,
        }).Build());
        using var provider = services.BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsFactory<PaymentSdkOptions>>().Create(""));

        Assert.Contains(setting, Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    /// <summary>Returns a time of day a few seconds from now, by the system's clock.</summary>
    private static TimeSpan SoonInSeoul()
    {
        var soon = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddSeconds(3).TimeOfDay;
        return new TimeSpan(soon.Hours, soon.Minutes, soon.Seconds);
    }

    private static async Task<ReconciliationBreak> BreakAsync(ShopHost shop) => new()
    {
        Merchant = "",
        TransactionKey = "of-long-ago",
        Kind = ReconciliationBreakKind.TheirsOnly,
        Day = new DateOnly(2024, 5, 6),
        Theirs = 1_000,
        Currency = Currency.Krw,
        Detail = "x",
        OpenedAt = await shop.Ledger.GetTimeAsync(CancellationToken.None),
    };
}
