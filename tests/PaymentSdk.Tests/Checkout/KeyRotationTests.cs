using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The secret key is replaced between a send and its retry (docs/spec/money.md §3).</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string Old = "test_gsk_fake_shop", New = "test_gsk_fake_next";

    private readonly TemporaryDatabase _database = new();
    private readonly ShiftedTime _time = new();
    private SandboxGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await SandboxGateway.StartAsync(options =>
    {
        options.TimeProvider = _time;
        options.Keys = [new SandboxKeyPair(New, "test_gck_fake_shop") { PreviousSecretKeys = [Old] }];
    });

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confirm_begun_with_the_old_secret_is_finished_with_it_or_only_queried(bool oldIsKept)
    {
        OrderId orderId;
        await using (var before = await ShopHost.StartAsync(_gateway, _database, _time))
        {
            orderId = await before.OpenAsync();
            // The gateway takes no money, and neither the answer nor a query tells the shop so.
            await _gateway.ArmAsync(
                new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseBeforeWork) { Count = 1000 },
                new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
            Assert.IsType<ConfirmOutcome.Checking>(await before.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000)));
        }

        _gateway.ClearFaults();
        await using var after = await ShopHost.StartAsync(_gateway, _database, _time, payments => payments.Services.Configure<PaymentSdkOptions>("", options =>
        {
            options.SecretKey = New;
            if (oldIsKept)
                options.PreviousSecretKeys.Add(Old);
        }));
        _time.Advance(TimeSpan.FromMinutes(3));
        if (oldIsKept)
        {
            await after.UntilAsync(orderId, AttemptState.Approved);
            Assert.Single(Approvals());
            return;
        }

        // The old secret key is no longer configured: the order is queried until the gateway shows it as expired, and it is never sent again.
        var sent = Sends();
        await Until.TrueAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromMinutes(5));
                return await after.StateAsync(orderId) == AttemptState.Expired;
            },
            () => "the order does not expire");
        Assert.Equal((0, sent), (Approvals().Count(), Sends()));
    }

    [Fact]
    public async Task A_refund_that_was_never_sent_is_sent_to_the_address_that_the_settings_have_now()
    {
        OrderId orderId;
        await using (var paid = await ShopHost.StartAsync(_gateway, _database, _time))
        {
            orderId = await paid.OpenAsync();
            Assert.IsType<ConfirmOutcome.Paid>(await paid.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000)));
        }

        // The port is taken, and nothing listens on it.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var unreachable = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}";
        var refund = new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r1"), Reason = "Out of stock" };
        await using (var before = await ShopHost.StartAsync(_gateway, _database, _time, payments => payments.Services.Configure<PaymentSdkOptions>("", options => options.ApiBaseAddress = unreachable)))
            Assert.IsNotType<RefundOutcome.Done>(await before.Refunds.RefundAsync(refund));

        await using var after = await ShopHost.StartAsync(_gateway, _database, _time);
        await Until.TrueAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromMinutes(5));
                return (await after.Refunds.ListAsync(orderId)).Single().Status == RefundResultStatus.Done;
            },
            () => "the refund is not sent");
        Assert.Single(_gateway.ReadPayments().SelectMany(payment => payment.Executions), execution => execution.Operation == "cancel");
    }

    private IEnumerable<SandboxExecution> Approvals() =>
        _gateway.ReadPayments().SelectMany(payment => payment.Executions).Where(execution => execution.Operation == "approve");

    private int Sends() => _gateway.ReadRequests().Count(request => request.Method == "POST" && request.Path == "/v1/payments/confirm");
}
