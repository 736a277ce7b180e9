using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A refund is made once, whatever happens to the call and however often it is requested under its id (docs/spec/money.md §6).</summary>
public sealed class RefundTests : IAsyncLifetime
{
    private static readonly RefundReceiveAccount Account = new() { Bank = "88", AccountNumber = "110123456789", HolderName = "김토스" };

    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Two_partial_refunds_and_then_the_rest()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        var first = Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r1", 3_000));
        Assert.Equal((PaymentOrderStatus.PartlyCanceled, Money.Krw(12_000)), (first.Order.Status, first.Order.Balance));
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2", 3_000));
        var rest = Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r3"));

        Assert.Equal((PaymentOrderStatus.Canceled, Money.Krw(0)), (rest.Order.Status, rest.Order.Balance));
        Assert.Equal([3_000, 3_000, 9_000], _shop.Refunded(paymentKey));
        Assert.Equal([OrderEventType.Paid, OrderEventType.PartlyCanceled, OrderEventType.PartlyCanceled, OrderEventType.Canceled], await _shop.EventsAsync(orderId));
    }

    [Fact]
    public async Task The_same_refund_from_two_windows_is_made_once()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _shop.CancelAsync(orderId, "r1", 5_000)));

        Assert.All(outcomes, outcome => Assert.True(outcome is RefundOutcome.Done or RefundOutcome.Checking, outcome.ToString()));
        Assert.Contains(outcomes, outcome => outcome is RefundOutcome.Done);
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r1", 5_000));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r1", 4_000));
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    [Theory]
    [InlineData(SandboxFaultKind.CloseAfterWork)]
    [InlineData(SandboxFaultKind.CloseBeforeWork)]
    [InlineData(SandboxFaultKind.Status500)]
    [InlineData(SandboxFaultKind.Status500AfterWork)]
    [InlineData(SandboxFaultKind.Html502AfterWork)]
    [InlineData(SandboxFaultKind.HalfBody)]
    [InlineData(SandboxFaultKind.ResetAfterWork)]
    public async Task A_refund_whose_answer_is_lost_is_made_once(SandboxFaultKind fault)
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, fault);

        await _shop.CancelAsync(orderId, "r1", 5_000);
        await UntilDoneAsync(orderId, "r1");

        Assert.Equal([5_000], _shop.Refunded(paymentKey));
        Assert.Equal(AttemptState.PartlyCanceled, await _shop.Shop.StateAsync(orderId));
    }

    [Fact]
    public async Task A_lost_refund_is_sent_again_by_recovery_under_the_key_that_is_stored()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        // The fault covers all sends of the refund call itself, and the first sends of recovery.
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 5);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 5_000));
        var stored = (await _shop.RefundAsync(orderId, "r1")).IdempotencyKey;

        _shop.Time.Advance(TimeSpan.FromMinutes(1));
        await _shop.UntilRefundAsync(orderId, "r1", RefundProgress.Done);

        var cancels = _shop.Gateway.ReadRequests().Where(request => request.Path.EndsWith("/cancel", StringComparison.Ordinal)).ToList();
        Assert.True(cancels.Count > 5, $"{cancels.Count} cancels were sent");
        Assert.Equal(stored.Value, Assert.Single(cancels.Select(request => request.IdempotencyKey).Distinct()));
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_second_refund_waits_for_the_first_one_whose_outcome_is_not_known()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 5_000));

        var second = Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r2", 4_000));
        Assert.Contains("r1", second.Reason.English, StringComparison.Ordinal);
        Assert.Equal("r1", Assert.Single(await _shop.RefundRecordsAsync(orderId)).RefundId.Value);

        _shop.Gateway.ClearFaults();
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await _shop.UntilRefundAsync(orderId, "r1", RefundProgress.Done);
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2", 4_000));
        Assert.Equal([5_000, 4_000], _shop.Refunded(paymentKey));
    }

    [Theory]
    [InlineData(5_000, 5_000)]
    [InlineData(null, null)]
    [InlineData(null, 15_000)]
    [InlineData(15_000, null)]
    public async Task A_refund_of_the_same_amount_under_another_id_is_answered_with_the_open_one(int? first, int? second)
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", first));

        var open = Assert.IsType<RefundOutcome.AlreadyOpen>(await _shop.CancelAsync(orderId, "r2", second));
        Assert.Equal(("r1", RefundResultStatus.Checking, first ?? 15_000), (open.Refund.RefundId.Value, open.Refund.Status, open.Refund.Amount!.Value.Value));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r2", second, allowDuplicate: true));
        Assert.Equal("r1", Assert.Single(await _shop.RefundRecordsAsync(orderId)).RefundId.Value);

        _shop.Gateway.ClearFaults();
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await _shop.UntilRefundAsync(orderId, "r1", RefundProgress.Done);
        Assert.Equal([first ?? 15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_part_that_another_refund_does_not_cover_is_not_a_duplicate()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 5_000));

        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r2"));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r2", 4_999));
    }

    [Fact]
    public async Task A_wanted_second_refund_of_the_same_amount_is_made_when_the_open_one_has_ended()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 1000);
        await _shop.CancelAsync(orderId, "r1", 5_000);
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r2", 5_000, allowDuplicate: true));

        _shop.Gateway.ClearFaults();
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await _shop.UntilRefundAsync(orderId, "r1", RefundProgress.Done);

        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2", 5_000, allowDuplicate: true));
        Assert.Equal([5_000, 5_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task Two_clerks_who_refund_the_same_amount_at_once_under_two_ids_refund_it_once()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseBeforeWork, 1000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(clerk => Task.Run(() => _shop.CancelAsync(orderId, $"clerk-{clerk}", 5_000))));

        var made = Assert.Single(outcomes.OfType<RefundOutcome.Checking>()).Refund.RefundId;
        Assert.All(outcomes.Where(outcome => outcome is not RefundOutcome.Checking), outcome => Assert.Equal(made, Assert.IsType<RefundOutcome.AlreadyOpen>(outcome).Refund.RefundId));
        Assert.Equal(made, Assert.Single(await _shop.RefundRecordsAsync(orderId)).RefundId);

        _shop.Gateway.ClearFaults();
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await _shop.UntilRefundAsync(orderId, made.Value, RefundProgress.Done);
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_another_clerk_completes_after_our_read_of_the_order_is_not_made_again()
    {
        await using var shop = await PaidShop.StartAsync(FaultyLedger.Wrap);
        var (orderId, paymentKey) = await shop.PayAsync();
        ((FaultyLedger)shop.Shop.Ledger).AfterFind = async () => Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, "r1", 5_000));

        var open = Assert.IsType<RefundOutcome.AlreadyOpen>(await shop.CancelAsync(orderId, "r2", 5_000));

        Assert.Equal(("r1", RefundResultStatus.Done), (open.Refund.RefundId.Value, open.Refund.Status));
        Assert.Equal([5_000], shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task Each_cancel_names_the_balance_that_it_was_decided_on()
    {
        var wire = new ReadBodies();
        await using var shop = await PaidShop.StartAsync(payments => payments.HttpClient.AddHttpMessageHandler(() => new Reading(wire)));
        var (orderId, _) = await shop.PayAsync();

        Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, "r1", 3_000));
        Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, "r2", 4_000));
        Assert.IsType<ReversalOutcome.Reversed>(await shop.ReverseAsync(orderId));

        Assert.Equal([15_000, 12_000, 8_000], wire.Cancels.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("refundableAmount").GetDecimal()));
    }

    [Fact]
    public async Task A_refund_at_the_dashboard_of_the_same_amount_during_ours_is_not_mistaken_for_ours()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Cancel, SandboxFaultKind.Status500) { Count = 1 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 4 });
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 5_000));

        _shop.Gateway.CancelAtDashboard(paymentKey, 5_000);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(1));
                return !IsOpen(await _shop.RefundAsync(orderId, "r1"));
            },
            () => "the refund is still open");

        // The request contains the balance that the shop expected, so the gateway either refuses this refund or makes both.
        var refund = await _shop.RefundAsync(orderId, "r1");
        Assert.Equal(refund.State == RefundProgress.Done ? [5_000, 5_000] : [5_000m], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_the_gateway_refuses_is_refused_and_the_order_stays_paid()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        _shop.Gateway.CancelAtDashboard(paymentKey, 10_000);

        var refused = Assert.IsType<RefundOutcome.Refused>(await _shop.CancelAsync(orderId, "r1", 9_000));

        Assert.NotNull(refused.Refund.FailureCode);
        Assert.Equal([10_000], _shop.Refunded(paymentKey));
        Assert.Equal(Money.Krw(5_000), refused.Order.Balance);
    }

    [Fact]
    public async Task An_invalid_refund_is_not_sent_to_the_gateway()
    {
        var open = await _shop.Shop.OpenAsync();
        var (orderId, _) = await _shop.PayAsync();

        Assert.IsType<RefundOutcome.NotFound>(await _shop.CancelAsync(OrderId.New(), "r1"));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(open, "r1"));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r1", 15_001));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r1", 0.5m));
        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r1", account: Account));
        await Assert.ThrowsAsync<ArgumentException>(() => _shop.CancelAsync(orderId, "r1", -1));
        Assert.DoesNotContain(_shop.Gateway.ReadRequests(), request => request.Path.EndsWith("/cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_virtual_account_without_a_deposit_is_closed_without_an_account_and_another_way_to_pay_opens()
    {
        var purchaseId = PurchaseId.New();
        var (orderId, _) = await _shop.PayAsync("VIRTUAL_ACCOUNT", purchaseId);

        var done = Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "close"));

        Assert.Equal(PaymentOrderStatus.Canceled, done.Order.Status);
        await _shop.PayAsync("CARD", purchaseId);
    }

    [Fact]
    public async Task A_deposit_is_refunded_to_the_account_of_the_buyer()
    {
        var (orderId, paymentKey) = await DepositedAsync();

        Assert.IsType<RefundOutcome.NotRefundable>(await _shop.CancelAsync(orderId, "r1"));
        var outcome = await _shop.CancelAsync(orderId, "r1", account: Account);

        Assert.True(outcome is RefundOutcome.Done or RefundOutcome.Pending, outcome.ToString());
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
        var kept = string.Join('\n', await _shop.RefundRecordsAsync(orderId)) + string.Join('\n', await JournalAsync(orderId));
        Assert.DoesNotContain(Account.AccountNumber, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Account.HolderName, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_that_could_not_be_paid_out_needs_attention()
    {
        var (orderId, _) = await DepositedAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.RefundPayoutFailed);

        await _shop.CancelAsync(orderId, "r1", account: Account);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(61));
                return (await _shop.RefundAsync(orderId, "r1")).State == RefundProgress.PayoutFailed;
            },
            () => "the failed payout is not recorded");

        Assert.Contains(OrderEventType.NeedsAttention, await _shop.EventsAsync(orderId));
        Assert.Equal(1, (await _shop.Shop.Ledger.ReadStatisticsAsync("", CancellationToken.None)).FailedPayouts);
    }

    [Fact]
    public async Task A_refund_that_was_paid_by_hand_is_recorded_once_however_often_it_is_resolved()
    {
        var (orderId, _) = await DepositedAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.RefundPayoutFailed);
        await _shop.CancelAsync(orderId, "r1", 5_000, account: Account);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(61));
                return (await _shop.RefundAsync(orderId, "r1")).State == RefundProgress.PayoutFailed;
            },
            () => "the failed payout is not recorded");
        var read = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;

        Assert.Contains("no refund r9", Assert.IsType<ResolveOutcome.Contradicted>(await PaidByHandAsync(orderId, "r9")).Reason.English, StringComparison.Ordinal);
        Assert.IsType<ResolveOutcome.Resolved>(await PaidByHandAsync(orderId, "r1"));
        // The order needs attention again for another reason before the decision is repeated.
        await _shop.BringToOperatorAsync(orderId);
        Assert.IsType<ResolveOutcome.NotNeeded>(await PaidByHandAsync(orderId, "r1"));

        Assert.Equal(RefundProgress.Done, (await _shop.RefundAsync(orderId, "r1")).State);
        var left = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt;
        Assert.Equal((read.Attempt.Balance, 0m, AttemptState.NeedsAttention), (left.Balance, left.RefundedByHand, left.State));
    }

    [Fact]
    public async Task Only_refunded_by_hand_accepts_the_id_of_a_refund()
    {
        var (orderId, _) = await _shop.PayAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => PaidByHandAsync(orderId, "r1", ResolutionKind.Approved));
    }

    private Task<ResolveOutcome> PaidByHandAsync(OrderId orderId, string refundId, ResolutionKind resolution = ResolutionKind.RefundedByHand) =>
        _shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = resolution, RefundId = RefundId.Parse(refundId), Actor = "clerk", Reason = "paid by bank transfer" });

    [Fact]
    public async Task The_ledger_has_a_row_for_every_money_movement_and_the_journal_folds_to_the_state()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.CancelAsync(orderId, "r1", 4_000);
        await _shop.CancelAsync(orderId, "r2");

        var now = await _shop.Shop.Ledger.GetTimeAsync(CancellationToken.None);
        var lines = await _shop.Shop.Ledger.ReadMovementsAsync("", now.AddHours(-1), now.AddHours(1), CancellationToken.None);
        Assert.Equal([-11_000, -4_000, 15_000], lines.Select(line => line.Amount.Value).Order());
        Assert.Equal(0, lines.Sum(line => line.Amount.Value));

        var journal = await JournalAsync(orderId);
        var entry = await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        Assert.Equal((entry!.Attempt.State, entry.Attempt.Balance, entry.Attempt.JournalCount), (journal[^1].To, journal[^1].Balance, journal[^1].Sequence));
        foreach (var refund in await _shop.RefundRecordsAsync(orderId))
            Assert.Equal(refund.State, journal.Last(row => row.RefundId == refund.RefundId).Refund);
    }

    private static bool IsOpen(RefundRecord refund) => refund.State is RefundProgress.Requested or RefundProgress.Sent or RefundProgress.Unknown;

    private async Task<(OrderId, string)> DepositedAsync()
    {
        var (orderId, paymentKey) = await _shop.PayAsync("VIRTUAL_ACCOUNT");
        _shop.Gateway.Deposit(paymentKey);
        _shop.Time.Advance(TimeSpan.FromMinutes(61));
        await _shop.Shop.UntilAsync(orderId, AttemptState.Approved);
        return (orderId, paymentKey);
    }

    private async Task UntilDoneAsync(OrderId orderId, string refundId) => await Until.TrueAsync(
        async () => await _shop.CancelAsync(orderId, refundId, 5_000) is RefundOutcome.Done, () => $"the refund {refundId} is not done");

    private async Task<IReadOnlyList<JournalEntry>> JournalAsync(OrderId orderId)
    {
        var entry = await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        return await _shop.Shop.Ledger.ReadJournalAsync("", entry!.Purchase.PurchaseId, CancellationToken.None);
    }

    private sealed class ReadBodies
    {
        public ConcurrentQueue<string> Cancels { get; } = [];
    }

    private sealed class Reading(ReadBodies wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/cancel", StringComparison.Ordinal))
                wire.Cancels.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
