using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>What recovery does over time. The clocks of the shop and the gateway are moved together; timers stay real.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly ShiftedTime _time = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync(options => options.TimeProvider = _time);
        _shop = await ShopHost.StartAsync(_gateway, _database, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_temporary_refusal_is_tried_again_under_a_new_key_once_nothing_is_in_flight()
    {
        var (orderId, _) = await UnclearAsync(SandboxFaultKind.UnknownCode);
        var first = (await AttemptAsync(orderId)).IdempotencyKey;

        _time.Advance(TimeSpan.FromSeconds(150));
        await _shop.UntilAsync(orderId, AttemptState.Approved);

        Assert.NotEqual(first, (await AttemptAsync(orderId)).IdempotencyKey);
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_lost_confirm_is_sent_again_by_recovery_under_the_key_that_is_stored()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        // The fault covers all sends of the confirm call itself, and the first sends of recovery.
        await ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseBeforeWork, 5);
        Assert.IsType<ConfirmOutcome.Checking>(await _shop.ConfirmAsync(orderId, paymentKey));
        var stored = (await AttemptAsync(orderId)).IdempotencyKey;

        _time.Advance(TimeSpan.FromSeconds(10));
        await _shop.UntilAsync(orderId, AttemptState.Approved);

        var confirms = _gateway.ReadRequests().Where(request => request.Path == "/v1/payments/confirm").ToList();
        Assert.True(confirms.Count > 5, $"{confirms.Count} confirms were sent");
        Assert.Equal(stored!.Value.Value, Assert.Single(confirms.Select(request => request.IdempotencyKey).Distinct()));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_notification_that_comes_while_a_query_is_answered_causes_another_query()
    {
        using var database = new TemporaryDatabase();
        var answers = new HeldConnection(HttpMethod.Get, holdsAnswers: true);
        await using var shop = await ShopHost.StartAsync(_gateway, database, _time, payments => payments.HttpClient.AddHttpMessageHandler(answers.Handler));
        var orderId = await shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = "VIRTUAL_ACCOUNT" });
        Assert.IsType<ConfirmOutcome.AwaitingDeposit>(await shop.ConfirmAsync(orderId, paymentKey));

        // The routine query has received an answer that shows no deposit, and has not recorded it yet.
        answers.Hold();
        _time.Advance(TimeSpan.FromMinutes(61));
        await answers.Held.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        _gateway.Deposit(paymentKey);
        Assert.True(await shop.Services.GetRequiredKeyedService<RecheckRequests>("").RequestAsync(orderId, "DONE"));
        answers.Release();

        // The running query plans the next query in an hour; the notification requests one in 5 seconds.
        var seconds = 0;
        await Until.TrueAsync(
            async () =>
            {
                if (seconds++ < 60)
                    _time.Advance(TimeSpan.FromSeconds(1));
                return await shop.StateAsync(orderId) == AttemptState.Approved;
            },
            () => "the deposit that was notified during the query is not recorded");
        Assert.True(answers.Seen is 2 or 3, $"{answers.Seen} queries");
    }

    [Fact]
    public async Task A_new_key_that_cannot_be_sent_does_not_make_the_earlier_one_unsent()
    {
        using var database = new TemporaryDatabase();
        var line = new CutConnection();
        await using var shop = await ShopHost.StartAsync(_gateway, database, _time, payments => payments.HttpClient.AddHttpMessageHandler(line.Handler));
        var orderId = await shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        // The gateway approves but answers with an unknown code, its answers to queries are stale, and later no confirm can connect.
        await ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.UnknownCodeAfterWork, 1);
        await ArmAsync(SandboxOperation.Get, SandboxFaultKind.StaleRead, 1000);
        Assert.IsType<ConfirmOutcome.Checking>(await shop.ConfirmAsync(orderId, paymentKey));

        line.CutConfirms();
        _time.Advance(TimeSpan.FromSeconds(150));
        await Until.TrueAsync(() => line.Refused > 0, "recovery does not send the confirm again");
        await Until.TrueAsync(async () => await shop.StateAsync(orderId) != AttemptState.Confirming, () => "the send is not resolved");
        Assert.Equal(AttemptState.Unknown, await shop.StateAsync(orderId));
        Assert.IsType<OpenOutcome.NotOpen>(await shop.Checkout.OpenAgainAsync(orderId));

        _gateway.ClearFaults();
        await shop.Checkout.FindAsync(orderId);
        await shop.UntilAsync(orderId, AttemptState.Approved);
    }

    [Fact]
    public async Task A_different_gateway_that_does_not_know_the_payment_does_not_close_it()
    {
        var (orderId, _) = await UnclearAsync(SandboxFaultKind.CloseAfterWork, SandboxFaultKind.Status500);
        await _shop.DisposeAsync();
        _time.Advance(TimeSpan.FromMinutes(20));

        // By mistake, the shop is configured for another gateway, whose 404 says nothing about payments of the first one.
        await using (var other = await SandboxGateway.StartAsync(options => options.TimeProvider = _time))
        await using (_shop = await ShopHost.StartAsync(other, _database, _time))
        {
            for (var round = 0; round < 3; round++)
            {
                _time.Advance(TimeSpan.FromMinutes(16));
                await QueriedAsync(orderId);
                Assert.Equal(AttemptState.Unknown, await _shop.StateAsync(orderId));
            }
        }

        _gateway.ClearFaults();
        _time.Advance(TimeSpan.FromMinutes(16));
        _shop = await ShopHost.StartAsync(_gateway, _database, _time);
        await _shop.UntilAsync(orderId, AttemptState.Approved);
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_payment_that_is_never_confirmed_expires_after_two_agreeing_queries()
    {
        var (orderId, _) = await UnclearAsync(SandboxFaultKind.UnknownCode, count: 100);

        _time.Advance(TimeSpan.FromMinutes(12));
        await QueriedAsync(orderId);
        Assert.Equal(AttemptState.Unknown, await _shop.StateAsync(orderId));

        _time.Advance(TimeSpan.FromMinutes(16));
        await Until.TrueAsync(async () => (await AttemptAsync(orderId)).ExpirySeenAt is not null, () => "no query shows that the payment has expired");
        Assert.Equal(AttemptState.Unknown, await _shop.StateAsync(orderId));

        _time.Advance(TimeSpan.FromMinutes(16));
        await _shop.UntilAsync(orderId, AttemptState.Expired);
        Assert.IsType<OpenOutcome.Opened>(await _shop.Checkout.OpenAgainAsync(orderId));
        Assert.Equal(0, Approvals());
    }

    [Fact]
    public async Task A_payment_that_a_stale_read_hides_is_found_by_a_later_one()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        // The gateway approves but answers with an unknown code, and its answer to the next query is stale.
        await ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.UnknownCodeAfterWork, 1);
        await ArmAsync(SandboxOperation.Get, SandboxFaultKind.StaleRead, 1);
        await _shop.ConfirmAsync(orderId, paymentKey);

        await _shop.UntilAsync(orderId, AttemptState.Approved);

        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_payment_that_the_gateway_hides_for_a_day_needs_attention_and_is_resolved_when_the_gateway_answers()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await _gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork),
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500));
        await _shop.ConfirmAsync(orderId, paymentKey);

        _time.Advance(TimeSpan.FromHours(25));
        await _shop.UntilAsync(orderId, AttemptState.NeedsAttention);
        Assert.Equal(PaymentOrderStatus.Attention, (await _shop.Checkout.FindAsync(orderId))!.Status);
        Assert.IsType<OpenOutcome.NotOpen>(await _shop.Checkout.OpenAgainAsync(orderId));

        _gateway.ClearFaults();
        _time.Advance(TimeSpan.FromHours(25));
        await _shop.UntilAsync(orderId, AttemptState.Approved);
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_virtual_account_without_a_deposit_expires_a_day_after_its_due_date()
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = "VIRTUAL_ACCOUNT" });
        await _shop.ConfirmAsync(orderId, paymentKey);
        var due = (await AttemptAsync(orderId)).DepositAccount!.DueDate!.Value;

        _time.Advance(due - _time.GetUtcNow());
        await QueriedAsync(orderId);
        Assert.Equal(AttemptState.AwaitingDeposit, await _shop.StateAsync(orderId));

        _time.Advance(TimeSpan.FromHours(25));
        await _shop.UntilAsync(orderId, AttemptState.Expired);
    }

    [Fact]
    public async Task A_shop_paused_past_its_lease_does_not_change_the_outcome_that_another_one_recorded()
    {
        await using var sleeper = await ShopHost.StartAsync(_gateway, _database, more: FaultyLedger.Wrap);
        var awake = new TaskCompletionSource();
        var commits = 0;
        ((FaultyLedger)sleeper.Ledger).Commit = async real =>
        {
            var result = await real();
            if (++commits == 2)
                await awake.Task;
            return result;
        };
        var orderId = await sleeper.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);

        // The process is paused after it has written its intent and before it sends the confirm.
        var confirm = sleeper.ConfirmAsync(orderId, paymentKey);
        await _shop.UntilAsync(orderId, AttemptState.Confirming);
        _time.Advance(TimeSpan.FromSeconds(130));
        await _shop.UntilAsync(orderId, AttemptState.Approved);
        awake.SetResult();

        Assert.IsType<ConfirmOutcome.Paid>(await confirm);
        Assert.Equal(1, Approvals());
        var entry = (await _shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        Assert.Equal(OrderEventType.Paid, Assert.Single(await _shop.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, CancellationToken.None)).Type);
        Assert.Equal("recovery", (await _shop.Ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, CancellationToken.None))[^1].Actor);
    }

    [Fact]
    public async Task Two_shops_on_one_ledger_share_the_work_and_charge_once()
    {
        await using var second = await ShopHost.StartAsync(_gateway, _database, _time);
        var orders = new List<OrderId>();
        await ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork, 1000);
        await ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 10);
        for (var index = 0; index < 10; index++)
        {
            var orderId = await _shop.OpenAsync();
            orders.Add(orderId);
            await _shop.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000));
        }

        foreach (var orderId in orders)
            await second.UntilAsync(orderId, AttemptState.Approved);

        Assert.Equal(10, Approvals());
    }

    /// <summary>Confirms an order whose answer leaves the outcome unknown.</summary>
    private async Task<(OrderId OrderId, string PaymentKey)> UnclearAsync(SandboxFaultKind fault, int count = 1)
    {
        var orderId = await _shop.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        await ArmAsync(SandboxOperation.Confirm, fault, count);
        Assert.IsType<ConfirmOutcome.Checking>(await _shop.ConfirmAsync(orderId, paymentKey));
        return (orderId, paymentKey);
    }

    /// <summary>Confirms an order that is charged, although neither the answer nor a query shows this.</summary>
    private async Task<(OrderId OrderId, string PaymentKey)> UnclearAsync(SandboxFaultKind confirm, SandboxFaultKind get)
    {
        await ArmAsync(SandboxOperation.Get, get, 1000);
        return await UnclearAsync(confirm, count: 1000);
    }

    private async Task QueriedAsync(OrderId orderId)
    {
        var now = _time.GetUtcNow() - TimeSpan.FromSeconds(1);
        await Until.TrueAsync(async () => (await AttemptAsync(orderId)).LastQueriedAt >= now, () => "recovery does not query the order");
    }

    private async Task<Attempt> AttemptAsync(OrderId orderId) => (await _shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt;

    private Task ArmAsync(SandboxOperation operation, SandboxFaultKind kind, int count) =>
        _gateway.ArmAsync(new SandboxFault(operation, kind) { Count = count });

    private int Approvals() => _gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));
}
