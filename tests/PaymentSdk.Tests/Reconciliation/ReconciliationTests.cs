using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Checkout;

namespace PaymentSdk.Tests.Reconciliation;

/// <summary>Reconciliation of the ledger with the gateway (docs/spec/money.md §8).</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_ledger_that_agrees_with_the_gateway_has_the_same_sums_and_no_discrepancy()
    {
        await _shop.PayAsync();
        var (orderId, _) = await _shop.PayAsync("TRANSFER");
        await _shop.CancelAsync(orderId, "r1", 4_000);

        var report = await _shop.ReconcileAsync();

        Assert.Empty(report.Breaks);
        Assert.Equal((0, 0), (report.MovementsAdded, report.Breaks.Count));
        Assert.Equal(
            [Agreed("계좌이체", 2, 11_000), Agreed("카드", 1, 15_000)],
            report.Sums);
    }

    [Fact]
    public async Task A_day_without_money_agrees_with_nothing()
    {
        var report = await _shop.Shop.Reconciliation().ReconcileAsync(ReconciliationRange.OfDay(new DateOnly(2020, 2, 29)));

        Assert.Empty(report.Sums);
        Assert.Empty(report.Breaks);
    }

    [Fact]
    public async Task A_cancel_at_the_dashboard_adds_its_money_movement_and_moves_its_order()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        _shop.Gateway.CancelAtDashboard(paymentKey, 5_000);

        var report = await _shop.ReconcileAsync();

        Assert.Empty(report.Breaks);
        Assert.Equal(1, report.MovementsAdded);
        Assert.Equal([orderId], report.Repaired);
        Assert.Equal(AttemptState.PartlyCanceled, await _shop.Shop.StateAsync(orderId));
        Assert.Equal(10_000, (await _shop.Shop.MovementsAsync()).Sum(line => line.Amount.Value));
        Assert.Equal([OrderEventType.Paid, OrderEventType.PartlyCanceled], await _shop.EventsAsync(orderId));
    }

    [Fact]
    public async Task A_payment_that_the_ledger_does_not_know_stays_a_discrepancy_until_an_operator_closes_it()
    {
        var stranger = _shop.Gateway.AuthenticatePayment("another-system-1", 7_000);
        await ConfirmElsewhereAsync(stranger, "another-system-1", 7_000);

        var report = await _shop.ReconcileAsync();

        var found = Assert.Single(report.Breaks);
        Assert.Equal((ReconciliationBreakKind.TheirsOnly, 7_000m, (decimal?)null, "another-system-1"), (found.Kind, found.Theirs!.Value, found.Ours, found.OrderId));
        Assert.NotEmpty(report.Breaks);
        Assert.True(await _shop.Shop.Reconciliation().AssignAsync(found.TransactionKey, "kim"));
        Assert.Equal("kim", Assert.Single((await _shop.ReconcileAsync()).Breaks).Owner);
        Assert.Equal(found.OpenedAt, Assert.Single((await _shop.ReconcileAsync()).Breaks).OpenedAt);

        Assert.True(await _shop.Shop.Reconciliation().CloseAsync(found.TransactionKey, "kim", "the other shop's sale"));
        Assert.False(await _shop.Shop.Reconciliation().CloseAsync(found.TransactionKey, "kim", "again"));
        Assert.Empty((await _shop.ReconcileAsync()).Breaks);
        Assert.Equal("kim: the other shop's sale", Assert.Single(await _shop.Shop.Reconciliation().ListBreaksAsync(withClosed: true)).ClosedBecause);
    }

    [Fact]
    public async Task A_second_payment_of_a_known_order_is_a_discrepancy_and_not_money_of_the_order()
    {
        var orderId = await _shop.Shop.OpenAsync();
        await ConfirmElsewhereAsync(_shop.Authenticate(orderId), orderId.Value, 15_000);
        await _shop.Shop.ConfirmAsync(orderId, _shop.Authenticate(orderId));

        var found = Assert.Single((await _shop.ReconcileAsync()).Breaks);

        Assert.Equal((ReconciliationBreakKind.TheirsOnly, orderId.Value), (found.Kind, found.OrderId));
        Assert.Contains("another payment key", found.Detail, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Unknown, await _shop.Shop.StateAsync(orderId));
        Assert.Empty(await _shop.Shop.MovementsAsync());
    }

    [Fact]
    public async Task A_movement_that_the_gateway_does_not_list_is_a_discrepancy_after_a_delay()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.Shop.Ledger.AddMovementsAsync([await LineAsync(orderId, "of-nobody", 1_000)], CancellationToken.None);
        Assert.Empty((await _shop.ReconcileAsync()).Breaks);

        _shop.Time.Advance(TimeSpan.FromMinutes(11));

        var found = Assert.Single((await _shop.ReconcileAsync()).Breaks);
        Assert.Equal((ReconciliationBreakKind.OursOnly, "of-nobody", 1_000m), (found.Kind, found.TransactionKey, found.Ours!.Value));
    }

    [Fact]
    public async Task A_movement_with_another_amount_is_a_discrepancy()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        var theirs = Assert.Single(Execution(paymentKey));
        var strange = _shop.Gateway.AuthenticatePayment("another-system-2", 9_000);
        await ConfirmElsewhereAsync(strange, "another-system-2", 9_000);
        var key = Assert.Single(Execution(strange)).TransactionKey;
        await _shop.Shop.Ledger.AddMovementsAsync([await LineAsync(orderId, key, 8_000)], CancellationToken.None);

        var found = Assert.Single((await _shop.ReconcileAsync()).Breaks);

        Assert.Equal((ReconciliationBreakKind.Different, 8_000m, 9_000m), (found.Kind, found.Ours!.Value, found.Theirs!.Value));
        Assert.NotEqual(theirs.TransactionKey, found.TransactionKey);
    }

    [Fact]
    public async Task Discrepancies_close_when_ledger_and_gateway_agree_again()
    {
        var (orderId, _) = await _shop.PayAsync();
        var strange = _shop.Gateway.AuthenticatePayment("another-system-3", 9_000);
        await ConfirmElsewhereAsync(strange, "another-system-3", 9_000);
        var found = Assert.Single((await _shop.ReconcileAsync()).Breaks);

        await _shop.Shop.Ledger.AddMovementsAsync([await LineAsync(orderId, found.TransactionKey, 9_000)], CancellationToken.None);

        Assert.Empty((await _shop.ReconcileAsync()).Breaks);
        var closed = Assert.Single(await _shop.Shop.Reconciliation().ListBreaksAsync(withClosed: true));
        Assert.NotNull(closed.ClosedAt);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_to_its_end_opens_and_closes_nothing()
    {
        await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Transactions, SandboxFaultKind.Status500, 100);

        await Assert.ThrowsAsync<PaymentException>(_shop.ReconcileAsync);

        Assert.Empty(await _shop.Shop.Reconciliation().ListBreaksAsync(withClosed: true));
    }

    [Fact]
    public async Task Two_processes_that_reconcile_at_once_write_the_same_as_one()
    {
        for (var payment = 0; payment < 3; payment++)
        {
            var (_, key) = await _shop.PayAsync();
            _shop.Gateway.CancelAtDashboard(key, 1_000);
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _shop.ReconcileAsync()));

        Assert.All(reports, report => Assert.Empty(report.Breaks));
        Assert.Equal(6, (await _shop.Shop.MovementsAsync()).Count);
        Assert.Equal(42_000, (await _shop.Shop.MovementsAsync()).Sum(line => line.Amount.Value));
    }

    private IReadOnlyList<SandboxExecution> Execution(string paymentKey) =>
        _shop.Gateway.ReadPayments().Single(payment => payment.PaymentKey == paymentKey).Executions;

    private async Task<MoneyMovement> LineAsync(OrderId orderId, string transactionKey, decimal amount)
    {
        var entry = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        return new MoneyMovement
        {
            Merchant = "",
            TransactionKey = transactionKey,
            OrderId = orderId,
            PaymentKey = entry.Attempt.PaymentKey!.Value,
            Kind = MoneyMovementKind.Approval,
            Amount = Money.Krw(amount),
            At = _shop.Gateway.Now,
            RecordedAt = entry.Now,
        };
    }

    /// <summary>Confirms as another system with the same secret key would.</summary>
    private async Task ConfirmElsewhereAsync(string paymentKey, string orderId, decimal amount)
    {
        using var client = new HttpClient { BaseAddress = _shop.Gateway.Address };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("test_gsk_fake_shop:"u8));
        using var body = new StringContent($$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":{{amount}}}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/v1/payments/confirm", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static ReconciliationSum Agreed(string method, int count, decimal amount) =>
        new() { Method = method, Currency = Currency.Krw, OurCount = count, Ours = amount, TheirCount = count, Theirs = amount };
}
