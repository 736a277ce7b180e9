using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The business metrics that the checkout counts when it runs with the sandbox.</summary>
public sealed class BusinessMetricTests : IAsyncLifetime
{
    private const string Merchant = "business";

    private readonly TemporaryDatabase _database = new();
    private readonly ShiftedTime _time = new();
    private readonly ConcurrentDictionary<string, long> _counted = new();
    private readonly MeterListener _listener = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    private ICheckout Checkout => _shop.Services.GetRequiredKeyedService<ICheckout>(Merchant);

    private IRefunds Refunds => _shop.Services.GetRequiredKeyedService<IRefunds>(Merchant);

    public async ValueTask InitializeAsync()
    {
        // The meter is shared by the whole process; the name of the registration separates this test's measurements from those of other tests.
        _listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == "PaymentSdk")
                listening.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var words = tags.ToArray();
            if (words.Any(tag => tag is { Key: "merchant", Value: Merchant }))
                _counted.AddOrUpdate($"{instrument.Name} {string.Join(' ', words.Where(tag => tag.Key != "merchant").Select(tag => $"{tag.Key}={tag.Value}"))}", value, (_, before) => before + value);
        });
        _listener.Start();
        _gateway = await SandboxGateway.StartAsync(options => options.TimeProvider = _time, TestContext.Current.CancellationToken);
        _shop = await ShopHost.StartAsync(_gateway, _database, _time, payments => payments.Services
            .AddPaymentSdk(Merchant, options =>
            {
                (options.SecretKey, options.ClientKey, options.ApiBaseAddress) = ("test_gsk_fake_shop", "test_gck_fake_shop", _gateway.Address.ToString());
                (options.Recovery.PollInterval, options.Recovery.IdleInterval) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200));
            })
            .AddEntityFrameworkLedger(ledger => ledger.UseSqlite(_database.ConnectionString), ledger => ledger.MigrateAtStart = true)
            .AddOrderEventHandler<FailingOnPaid>());
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Purchases_are_counted_when_they_are_opened_and_again()
    {
        var orderId = await OpenAsync();
        await ConfirmAsync(orderId, failure: "REJECT_CARD_COMPANY");
        await Checkout.OpenAgainAsync(orderId, TestContext.Current.CancellationToken);

        Assert.Equal((1, 1), (Count("paymentsdk.purchases.opened attempt=first"), Count("paymentsdk.purchases.opened attempt=again")));
    }

    [Fact]
    public async Task Confirms_are_counted_by_outcome_method_and_why_nothing_was_charged()
    {
        await ConfirmAsync(await OpenAsync());
        await ConfirmAsync(await OpenAsync(), "EASY_PAY");
        await ConfirmAsync(await OpenAsync(), "VIRTUAL_ACCOUNT");
        await ConfirmAsync(await OpenAsync(), failure: "REJECT_CARD_PAYMENT");
        await ConfirmAsync(await OpenAsync(), failure: "INVALID_STOPPED_CARD");

        Assert.Equal(
            [
                "paymentsdk.confirms outcome=awaiting-deposit method=virtual-account", "paymentsdk.confirms outcome=declined method=unknown refusal=issuer-refused",
                "paymentsdk.confirms outcome=declined method=unknown refusal=limit-or-balance", "paymentsdk.confirms outcome=paid method=card", "paymentsdk.confirms outcome=paid method=easy-pay",
            ],
            _counted.Keys.Where(name => name.StartsWith("paymentsdk.confirms", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refunds_are_counted_by_how_they_ended_once_each()
    {
        var orderId = await OpenAsync();
        var paymentKey = await ConfirmAsync(orderId);
        await RefundAsync(orderId, "r1", 5_000);
        await RefundAsync(orderId, "r1", 5_000);
        _gateway.CancelAtDashboard(paymentKey, 6_000);
        await RefundAsync(orderId, "r2", 9_000);
        await _gateway.ArmAsync(new SandboxFault(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork) { Count = 1000 });
        Assert.IsType<RefundOutcome.Checking>(await RefundAsync(orderId, "r3", 1_000));
        Assert.Equal((1, 1, 1), (Count("paymentsdk.refunds outcome=done cause=shop"), Count("paymentsdk.refunds outcome=refused cause=shop"), Count("paymentsdk.refunds outcome=unknown cause=shop")));

        _gateway.ClearFaults();
        _time.Advance(TimeSpan.FromMinutes(3));
        await Until.TrueAsync(() => Count("paymentsdk.refunds outcome=done cause=shop") == 2, "the lost refund is not counted when it is done");
        await Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
        Assert.Equal(1, Count("paymentsdk.refunds outcome=done cause=reversal"));
    }

    [Fact]
    public async Task Order_events_are_counted_by_type_and_by_whether_a_handler_handled_them()
    {
        await ConfirmAsync(await OpenAsync(), "VIRTUAL_ACCOUNT");
        await Until.TrueAsync(() => Count("paymentsdk.event.deliveries outcome=delivered type=awaiting-deposit") == 1, "the event of the issued account is not delivered and counted");

        await ConfirmAsync(await OpenAsync());
        await Until.TrueAsync(() => Count("paymentsdk.event.deliveries outcome=failed type=paid") > 0, "the failed delivery is not counted");
    }

    private long Count(string name) => _counted.GetValueOrDefault(name);

    private async Task<OrderId> OpenAsync() =>
        ShopHost.Opened(await Checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과 한 상자" }, TestContext.Current.CancellationToken));

    private async Task<string> ConfirmAsync(OrderId orderId, string method = "CARD", string? failure = null)
    {
        var paymentKey = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = method, ConfirmFailure = failure });
        await Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse(paymentKey), Wait = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken);
        return paymentKey;
    }

    private Task<RefundOutcome> RefundAsync(OrderId orderId, string refundId, decimal amount) => Refunds.RefundAsync(
        new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse(refundId), Reason = "변심", Amount = amount }, TestContext.Current.CancellationToken);

    private sealed class FailingOnPaid : IOrderEventHandler
    {
        public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) =>
            happened.Type == OrderEventType.Paid ? throw new InvalidOperationException("The mail server is unavailable.") : Task.CompletedTask;
    }
}
