using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Orders that need an operator: the list, and the operator's decision (docs/spec/money.md §8).</summary>
public sealed class ManualReviewTests : IAsyncLifetime
{
    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Another_amount_is_listed_with_its_evidence_and_may_be_kept()
    {
        var orderId = await MismatchAsync();

        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal((orderId, AttemptState.Mismatch), (item.Order.OrderId, item.State));
        Assert.Equal((Money.Krw(15_000), Money.Krw(15_100)), (item.Order.Amount, item.TakenAmount));
        Assert.Equal([ResolutionKind.AcceptAmount, ResolutionKind.Reverse, ResolutionKind.RefundedByHand, ResolutionKind.Approved, ResolutionKind.NotCharged], item.Resolutions);
        Assert.Contains("accept-amount", item.NextStep.English, StringComparison.Ordinal);
        Assert.Equal([AttemptState.Created, AttemptState.Confirming, AttemptState.Mismatch], item.Evidence.Select(row => row.To));

        var resolved = await ResolveAsync(orderId, ResolutionKind.AcceptAmount, withoutQuery: true);
        Assert.Equal(PaymentOrderStatus.Paid, Assert.IsType<ResolveOutcome.Resolved>(resolved).Order.Status);
        Assert.Empty(await _shop.Reviews.ListAsync());
        Assert.Contains(await JournalAsync(orderId), row => row is { Cause: "resolved", Actor: "clerk", Evidence: "checked in the dashboard" });
    }

    [Fact]
    public async Task Money_of_another_currency_is_shown_and_accepted_in_that_currency()
    {
        var orderId = await OtherCurrencyAsync();

        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal((AttemptState.Mismatch, new Money(150, Currency.Usd), Money.Krw(150)), (item.State, item.Order.Amount, item.TakenAmount));

        var resolved = Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.AcceptAmount));
        Assert.Equal((PaymentOrderStatus.Paid, Money.Krw(150), Money.Krw(150)), (resolved.Order.Status, resolved.Order.Amount, resolved.Order.Balance));
        Assert.Equal([Money.Krw(150)], (await MovementsAsync(orderId)).Select(line => line.Amount));

        var refunded = Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "all"));
        Assert.Equal((Money.Krw(150), Money.Krw(0)), (refunded.Refund.Amount, refunded.Order.Balance));
    }

    [Fact]
    public async Task Money_of_another_currency_is_accepted_in_that_currency_without_a_query_too()
    {
        var orderId = await OtherCurrencyAsync();

        var resolved = Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.AcceptAmount, withoutQuery: true));

        Assert.Equal((PaymentOrderStatus.Paid, Money.Krw(150)), (resolved.Order.Status, resolved.Order.Amount));
    }

    [Fact]
    public async Task Money_of_another_currency_is_not_a_sale_of_the_order_by_the_operators_resolution_alone()
    {
        var orderId = await OtherCurrencyAsync();

        var refused = Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.Approved, withoutQuery: true));

        Assert.Contains("took 150 KRW, and not 150.00 USD", refused.Reason.English, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));
    }

    [Theory]
    [InlineData("KRW", true)]
    [InlineData(null, true)]
    [InlineData("JPY", false)]
    public async Task An_amount_is_accepted_only_in_the_currency_that_the_operator_read(string? currency, bool accepted)
    {
        var orderId = await OtherCurrencyAsync();

        var outcome = await _shop.Reviews.ResolveAsync(new ManualResolution
        {
            OrderId = orderId,
            Resolution = ResolutionKind.AcceptAmount,
            Actor = "clerk",
            Reason = "read in the dashboard",
            Amount = 150,
            Currency = currency is null ? null : Currency.From(currency),
        });

        Assert.Equal(accepted, outcome is ResolveOutcome.Resolved);
    }

    [Fact]
    public async Task Money_of_another_currency_that_is_reversed_is_recorded_in_that_currency()
    {
        var orderId = await OtherCurrencyAsync();

        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.Reverse));

        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Equal([Money.Krw(-150)], (await MovementsAsync(orderId)).Where(line => line.Kind == MoneyMovementKind.Cancel).Select(line => line.Amount));
        Assert.All(await MovementsAsync(orderId), line => Assert.Equal(Currency.Krw, line.Amount.Currency));
        Assert.All(await _shop.Refunds.ListAsync(orderId), refund => Assert.Equal(Money.Krw(150), refund.Amount));
    }

    [Fact]
    public async Task A_resolution_that_the_gateway_contradicts_is_refused()
    {
        var orderId = await MismatchAsync();

        // The gateway took the right amount; only its answer had another one.
        var refused = Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.NotCharged));
        Assert.Contains("DONE", refused.Reason.English, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));

        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.Approved));
        Assert.Equal(AttemptState.Approved, await _shop.Shop.StateAsync(orderId));
        Assert.IsType<ResolveOutcome.NotNeeded>(await ResolveAsync(orderId, ResolutionKind.Approved));
        Assert.IsType<ResolveOutcome.NotFound>(await ResolveAsync(OrderId.New(), ResolutionKind.Approved));
    }

    [Fact]
    public async Task An_order_that_needs_attention_can_be_reversed()
    {
        var orderId = await MismatchAsync();

        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.Reverse));

        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Empty(await _shop.Reviews.ListAsync());
    }

    [Fact]
    public async Task A_refund_that_never_works_ends_as_failed_with_an_event_and_blocks_no_other()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        await _shop.CancelAsync(orderId, "r1", 5_000);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(3));
                return (await _shop.RefundAsync(orderId, "r1")).State == RefundProgress.Refused;
            },
            () => "the refund does not fail");

        Assert.Empty(_shop.Refunded(paymentKey));
        Assert.Equal(3, (await _shop.RefundAsync(orderId, "r1")).KeyCount);
        Assert.Equal([OrderEventType.Paid, OrderEventType.RefundFailed, OrderEventType.NeedsAttention], await _shop.EventsAsync(orderId));
        Assert.Empty(await _shop.Reviews.ListAsync());

        _shop.Gateway.ClearFaults();
        Assert.IsType<RefundOutcome.Refused>(await _shop.CancelAsync(orderId, "r1", 5_000));
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2", 5_000));
    }

    [Fact]
    public async Task A_late_payment_beside_an_undecided_one_is_canceled_once_that_one_is_resolved()
    {
        var purchase = PurchaseId.Parse("basket-1");
        var (late, lateKey) = await _shop.PayAndCloseAsync(purchase);
        var undecided = await MismatchAsync(purchase);
        await UntilLateIsSeenAsync(late);

        var items = await _shop.Reviews.ListAsync();
        Assert.Equal(new HashSet<OrderId> { late, undecided }, items.Select(item => item.Order.OrderId).ToHashSet());
        var waiting = items.Single(item => item.Order.OrderId == late);
        Assert.NotNull(waiting.LateApprovalAt);
        Assert.Equal([ResolutionKind.Reverse], waiting.Resolutions);
        Assert.Contains("Resolve the other payment first", waiting.NextStep.English, StringComparison.Ordinal);
        Assert.Contains("Resolve the other payment first", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(late, ResolutionKind.Approved)).Reason.English, StringComparison.Ordinal);
        Assert.Contains("Resolve the other payment first", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(late, ResolutionKind.RefundedByHand)).Reason.English, StringComparison.Ordinal);
        Assert.DoesNotContain(await _shop.EventsAsync(late), reported => reported is OrderEventType.Paid or OrderEventType.PaidLate);

        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(undecided, ResolutionKind.Approved));
        _shop.Time.Advance(TimeSpan.FromDays(1));
        await _shop.Shop.UntilAsync(late, AttemptState.Canceled);
        Assert.Equal([15_000], _shop.Refunded(lateKey));
        Assert.Empty(await _shop.Reviews.ListAsync());
    }

    [Fact]
    public async Task A_second_payment_whose_cancel_is_refused_is_listed_as_such_and_becomes_neither_a_sale_nor_not_charged()
    {
        var purchase = PurchaseId.Parse("basket-2");
        var (late, lateKey) = await _shop.PayAndCloseAsync(purchase);
        var (paid, _) = await _shop.PayAsync(purchaseId: purchase);
        await _shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Cancel, SandboxFaultKind.UnknownCode) { Count = 1000 });
        await UntilAsync(late, AttemptState.NeedsAttention);

        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal((late, true), (item.Order.OrderId, item.IsDuplicate));
        Assert.Equal([ResolutionKind.Reverse, ResolutionKind.RefundedByHand], item.Resolutions);
        foreach (var resolution in new[] { ResolutionKind.Approved, ResolutionKind.AcceptAmount, ResolutionKind.NotCharged })
        {
            Assert.Contains("second payment", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(late, resolution)).Reason.English, StringComparison.Ordinal);
            Assert.Contains("second payment", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(late, resolution, withoutQuery: true)).Reason.English, StringComparison.Ordinal);
        }

        Assert.Equal((AttemptState.NeedsAttention, AttemptState.Approved), (await _shop.Shop.StateAsync(late), await _shop.Shop.StateAsync(paid)));
        Assert.Empty(_shop.Refunded(lateKey));
        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(late, ResolutionKind.RefundedByHand));
        Assert.Empty(await _shop.Reviews.ListAsync());
        Assert.DoesNotContain(OrderEventType.Canceled, await _shop.EventsAsync(late));
    }

    [Fact]
    public async Task Another_amount_is_accepted_only_if_the_gateway_shows_the_one_that_the_operator_read()
    {
        var orderId = await MismatchAsync();
        await _shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.WrongAmount);
        var refused = Assert.IsType<ResolveOutcome.Contradicted>(await AcceptAsync(orderId, 1));
        Assert.Contains("and not 1 KRW:", refused.Reason.English, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));

        await Assert.ThrowsAsync<ArgumentException>(() => AcceptAsync(orderId, 0.5m));
        await _shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.WrongAmount);
        var listed = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal(PaymentOrderStatus.Paid, Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(listed.Order.OrderId, ResolutionKind.AcceptAmount)).Order.Status);
    }

    [Fact]
    public async Task A_payment_shown_as_canceled_in_full_does_not_become_a_sale_without_a_query()
    {
        var (orderId, _) = await _shop.PayAsync();
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r1"));
        await _shop.BringToOperatorAsync(orderId);

        var refused = Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.Approved, withoutQuery: true));

        Assert.Contains("canceled in full", refused.Reason.English, StringComparison.Ordinal);
        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal([ResolutionKind.Reverse, ResolutionKind.RefundedByHand, ResolutionKind.NotCharged], item.Resolutions);
        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, item.Resolutions[0]));
    }

    [Fact]
    public async Task A_refund_by_hand_uses_the_balance_of_the_query_where_the_ledger_has_none()
    {
        var orderId = await _shop.Shop.OpenAsync();
        var paymentKey = _shop.Authenticate(orderId);
        await _shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1000 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
        Assert.IsType<ConfirmOutcome.Checking>(await _shop.Shop.ConfirmAsync(orderId, paymentKey));
        await _shop.BringToOperatorAsync(orderId);
        Assert.Null((await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.Balance);
        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal((null, ResolutionKind.NotCharged), (item.TakenAmount, item.Resolutions[0]));
        _shop.Gateway.ClearFaults();
        await _shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.WrongAmount, 1000);
        var shown = (await _shop.Client.Payments.GetAsync(PaymentKey.Parse(paymentKey))).BalanceAmount;
        Assert.NotEqual(15_000, shown);

        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.RefundedByHand));

        var paid = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt;
        Assert.Equal((AttemptState.Canceled, shown), (paid.State, paid.RefundedByHand));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5_000)]
    public async Task A_reversal_whose_cancel_stands_still_continues_after_a_part_or_all_was_refunded_by_hand(int? byHand)
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<ReversalOutcome.Checking>(await _shop.ReverseAsync(orderId));

        await RefundedByHandAsync(orderId, byHand);
        _shop.Gateway.ClearFaults();

        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Equal(byHand is null ? [] : [10_000m], _shop.Refunded(paymentKey));
        Assert.Contains(OrderEventType.Canceled, await _shop.EventsAsync(orderId));
        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(orderId));
    }

    [Fact]
    public async Task A_refund_of_everything_that_was_paid_by_hand_ends_the_order_and_the_shop_hears_of_it()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1"));

        await RefundedByHandAsync(orderId, null);
        _shop.Gateway.ClearFaults();

        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Empty(_shop.Refunded(paymentKey));
        Assert.Equal([OrderEventType.Paid, OrderEventType.Canceled], await _shop.EventsAsync(orderId));
    }

    [Fact]
    public async Task A_part_that_was_refunded_by_hand_leaves_the_order_paid_and_the_rest_refundable()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 4_000));

        await RefundedByHandAsync(orderId, null);
        var decided = (await _shop.Shop.Ledger.ReadJournalAsync("", (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Purchase.PurchaseId, CancellationToken.None)).Last(row => row.Cause == "resolved").RecordedAt;
        _shop.Gateway.ClearFaults();
        await Until.TrueAsync(
            async () => (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt is { DueAt: null, LastQueriedAt: { } last } && last > decided,
            () => "the order is not queried after the decision");

        Assert.Equal(AttemptState.Approved, await _shop.Shop.StateAsync(orderId));
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2"));
        Assert.Equal([11_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_listed_reversal_of_which_a_part_was_paid_by_hand_cancels_only_the_rest()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<ReversalOutcome.Checking>(await _shop.ReverseAsync(orderId));
        await _shop.BringToOperatorAsync(orderId);

        await RefundedByHandAsync(orderId, 4_000);
        _shop.Gateway.ClearFaults();
        await UntilAsync(orderId, AttemptState.Canceled);

        Assert.Equal([11_000], _shop.Refunded(paymentKey));
        Assert.Equal([4_000, 11_000], (await _shop.RefundRecordsAsync(orderId)).Select(refund => refund.Amount!.Value).Order());
    }

    [Fact]
    public async Task A_part_of_a_listed_order_is_not_paid_by_hand_beside_a_refund_that_may_be_sent_again()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 12_000));
        await _shop.BringToOperatorAsync(orderId);

        var part = new ManualResolution { OrderId = orderId, Resolution = ResolutionKind.RefundedByHand, Amount = 4_000, Actor = "clerk", Reason = "paid by bank transfer" };
        ResolveOutcome? refused = null;
        await Until.TrueAsync(
            async () => (refused = await _shop.Reviews.ResolveAsync(part)) is ResolveOutcome.Contradicted { Reason.English: var reason } && reason.Contains("r1 is still open", StringComparison.Ordinal),
            () => $"the part is not refused: {refused}");

        await RefundedByHandAsync(orderId, 3_000);
        Assert.Equal(3_000m, (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.RefundedByHand);
    }

    [Fact]
    public async Task A_refund_of_which_only_a_part_was_paid_by_hand_is_not_recorded_as_made()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, "r1", 10_000));

        var part = new ManualResolution { OrderId = orderId, Resolution = ResolutionKind.RefundedByHand, Amount = 4_000, Actor = "clerk", Reason = "paid by bank transfer" };
        ResolveOutcome? refused = null;
        await Until.TrueAsync(
            async () => (refused = await _shop.Reviews.ResolveAsync(part)) is ResolveOutcome.Contradicted { Reason.English: var reason } && reason.Contains("only 4000 was paid", StringComparison.Ordinal),
            () => $"the part is not refused: {refused}");

        Assert.True(RefundStates.IsOpen((await _shop.RefundAsync(orderId, "r1")).State));
        await RefundedByHandAsync(orderId, null);
        Assert.Equal((RefundProgress.Done, 10_000m), ((await _shop.RefundAsync(orderId, "r1")).State, (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.RefundedByHand));
    }

    [Fact]
    public async Task An_order_whose_balance_the_ledger_knows_as_a_different_amount_is_not_approved_without_a_query()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.MoveAsync(orderId, (attempt, now) => attempt with { State = AttemptState.NeedsAttention, Balance = 8_000, LeaseUntil = null, DueAt = now.AddDays(1) });

        var item = Assert.Single(await _shop.Reviews.ListAsync());
        Assert.Equal(Money.Krw(8_000), item.TakenAmount);
        Assert.DoesNotContain(ResolutionKind.Approved, item.Resolutions);
        Assert.Contains("took 8000 KRW", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.Approved, withoutQuery: true)).Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResolutionKind.AcceptAmount, "krw")]
    [InlineData(ResolutionKind.AcceptAmount, "USD")]
    [InlineData(ResolutionKind.RefundedByHand, "WON")]
    [InlineData(ResolutionKind.RefundedByHand, "K")]
    [InlineData(ResolutionKind.RefundedByHand, "USD")]
    public async Task A_decision_in_a_currency_that_the_payment_does_not_have_changes_nothing(ResolutionKind resolution, string currency)
    {
        var orderId = await MismatchAsync();
        var decision = new ManualResolution { OrderId = orderId, Resolution = resolution, Amount = 9_000, Currency = Currency.From(currency), Actor = "clerk", Reason = "read in the dashboard", WithoutQuery = true };

        if (currency is "krw" or "K")
            Assert.Contains("three capital letters", (await Assert.ThrowsAsync<ArgumentException>(() => _shop.Reviews.ResolveAsync(decision))).Message, StringComparison.Ordinal);
        else
            Assert.Contains("currency of this payment is KRW", Assert.IsType<ResolveOutcome.Contradicted>(await _shop.Reviews.ResolveAsync(decision)).Reason.English, StringComparison.Ordinal);

        var attempt = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt;
        Assert.Equal((AttemptState.Mismatch, 0m), (attempt.State, attempt.RefundedByHand));
    }

    [Fact]
    public async Task A_failed_payout_is_listed_behind_any_number_of_refunds_that_need_no_operator()
    {
        var orders = new List<OrderId>();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        for (var position = 0; position < 3; position++)
        {
            var (orderId, _) = await _shop.PayAsync();
            Assert.IsType<RefundOutcome.Checking>(await _shop.CancelAsync(orderId, $"r{position}"));
            orders.Add(orderId);
        }

        var failed = orders[^1];
        await _shop.MoveRefundAsync(failed, "r2", refund => refund with { State = RefundProgress.PayoutFailed });

        Assert.Equal(failed, Assert.Single(await _shop.Reviews.ListAsync(1)).Order.OrderId);
    }

    /// <summary>Resolves an order as refunded by hand, as soon as no worker holds it.</summary>
    private Task RefundedByHandAsync(OrderId orderId, decimal? amount) => Until.TrueAsync(
        async () => await _shop.Reviews.ResolveAsync(new ManualResolution
        {
            OrderId = orderId,
            Resolution = ResolutionKind.RefundedByHand,
            Amount = amount,
            Actor = "clerk",
            Reason = "paid by bank transfer",
        }) is ResolveOutcome.Resolved,
        () => "the refund by hand is not accepted");

    private Task<ResolveOutcome> AcceptAsync(OrderId orderId, decimal amount) => _shop.Reviews.ResolveAsync(new ManualResolution
    {
        OrderId = orderId,
        Resolution = ResolutionKind.AcceptAmount,
        Amount = amount,
        Actor = "clerk",
        Reason = "checked in the dashboard",
    });

    [Fact]
    public async Task Another_amount_of_an_account_may_be_kept_before_its_deposit()
    {
        var orderId = await MismatchAsync(method: "VIRTUAL_ACCOUNT");

        // The gateway took the right amount; only its answer had another one.
        Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.NotCharged));
        Assert.Contains("does not show a different amount", Assert.IsType<ResolveOutcome.Contradicted>(await ResolveAsync(orderId, ResolutionKind.AcceptAmount)).Reason.English, StringComparison.Ordinal);
        Assert.IsType<ResolveOutcome.Resolved>(await ResolveAsync(orderId, ResolutionKind.Approved));
        Assert.Equal(AttemptState.AwaitingDeposit, await _shop.Shop.StateAsync(orderId));
        Assert.DoesNotContain(OrderEventType.Paid, await _shop.EventsAsync(orderId));
    }

    /// <summary>Waits until the recheck of the closed attempt shows that it is paid.</summary>
    private Task UntilLateIsSeenAsync(OrderId orderId) => Until.TrueAsync(
        async () =>
        {
            _shop.Time.Advance(TimeSpan.FromMinutes(16));
            return (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt.LateApprovalAt is not null;
        },
        () => "the late approval is not recorded");

    private Task UntilAsync(OrderId orderId, AttemptState state) => Until.TrueAsync(
        async () =>
        {
            _shop.Time.Advance(TimeSpan.FromMinutes(16));
            return await _shop.Shop.StateAsync(orderId) == state;
        },
        () => $"the order does not become {state}");

    private async Task<OrderId> MismatchAsync(PurchaseId? purchase = null, string method = "CARD")
    {
        var orderId = await _shop.Shop.OpenAsync(purchaseId: purchase);
        var paymentKey = _shop.Authenticate(orderId, method);
        await _shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount);
        await _shop.Shop.ConfirmAsync(orderId, paymentKey);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));
        return orderId;
    }

    /// <summary>Creates an order in dollars for which the gateway took the same number of won.</summary>
    private async Task<OrderId> OtherCurrencyAsync()
    {
        var orderId = ShopHost.Opened(await _shop.Checkout.OpenAsync(new NewPurchase { Amount = new Money(150, Currency.Usd), OrderName = "Apples" }));
        await _shop.Shop.ConfirmAsync(orderId, _shop.Gateway.AuthenticatePayment(orderId.Value, 150), 150);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));
        return orderId;
    }

    private async Task<IReadOnlyList<MoneyMovement>> MovementsAsync(OrderId orderId) =>
        [.. (await _shop.Shop.Ledger.ReadMovementsAsync("", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, CancellationToken.None)).Where(line => line.OrderId == orderId)];

    private Task<ResolveOutcome> ResolveAsync(OrderId orderId, ResolutionKind resolution, bool withoutQuery = false) =>
        _shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = resolution, Actor = "clerk", Reason = "checked in the dashboard", WithoutQuery = withoutQuery });

    private async Task<IReadOnlyList<JournalEntry>> JournalAsync(OrderId orderId)
    {
        var entry = await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        return await _shop.Shop.Ledger.ReadJournalAsync("", entry!.Purchase.PurchaseId, CancellationToken.None);
    }
}
