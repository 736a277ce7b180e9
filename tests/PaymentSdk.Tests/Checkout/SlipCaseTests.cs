using PaymentSdk.Sandbox;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Mistakes in a refund or reversal request (docs/spec/money.md §6) are found before anything is written, and do not affect later requests.
/// </summary>
public sealed class SlipCaseTests : IAsyncLifetime
{
    private static readonly RefundReceiveAccount Account = new() { Bank = "88", AccountNumber = "110123456789", HolderName = "김토스" };

    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData("110-123-456789")]
    [InlineData("110 123 456789")]
    public async Task A_refund_account_typed_the_korean_way_is_the_same_account(string typed)
    {
        var (orderId, paymentKey) = await DepositedAsync();

        var outcome = await _shop.CancelAsync(orderId, "r1", account: Account with { AccountNumber = typed });

        Assert.True(outcome is RefundOutcome.Done or RefundOutcome.Pending, outcome.ToString());
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_account_that_cannot_be_one_throws_before_anything_is_in_the_ledger()
    {
        var (orderId, paymentKey) = await DepositedAsync();

        foreach (var number in (string[])["", "-", "12345678901234567890123456789012345678901234567890123456789012", "예금주 계좌", "110.123.456"])
            await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.CancelAsync(orderId, "r1", account: Account with { AccountNumber = number }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.CancelAsync(orderId, "r1", account: Account with { Bank = "" }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.CancelAsync(orderId, "r1", account: Account with { HolderName = "" }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.CancelAsync(orderId, "r1", account: Account with { HolderName = new string('김', 61) }));

        await AssertUntouchedAsync(orderId);
        var outcome = await _shop.CancelAsync(orderId, "r1", account: Account);
        Assert.True(outcome is RefundOutcome.Done or RefundOutcome.Pending, outcome.ToString());
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_refund_that_cannot_be_right_throws_before_anything_is_in_the_ledger()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        var right = new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r1"), Reason = "환불", Amount = 5_000 };

        foreach (var wrong in (RefundRequest[])
        [
            right with { TaxFreeAmount = -1 },
            right with { TaxFreeAmount = 5_001 },
            right with { Amount = 0 },
            right with { Reason = "" },
            right with { Reason = new string('가', 201) },
            right with { Reason = "두\n줄" },
            right with { Actor = "" },
            right with { Actor = new string('a', 65) },
            right with { RefundId = default },
        ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.Refunds.RefundAsync(wrong));
        }

        await AssertUntouchedAsync(orderId);
        Assert.IsType<RefundOutcome.Done>(await _shop.Refunds.RefundAsync(right));
        Assert.Equal([5_000], _shop.Refunded(paymentKey));
    }

    [Theory]
    [InlineData("sdk-reversal-1")]
    [InlineData("sdk-1")]
    [InlineData("SDK-reversal-2")]
    public async Task A_refund_id_like_those_of_the_sdk_throws_and_leaves_the_reversal_its_own(string refundId)
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.CancelAsync(orderId, refundId, 5_000));

        await AssertUntouchedAsync(orderId);
        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(orderId));
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_reversal_that_cannot_be_right_throws_and_the_order_stays_paid()
    {
        var (orderId, _) = await _shop.PayAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "" }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Actor = "" }));

        await AssertUntouchedAsync(orderId);
    }

    [Fact]
    public async Task A_reversal_after_a_refund_stands_on_the_statement_with_its_own_reason()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r1", 5_000));

        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(orderId));

        var payment = await _shop.Client.Payments.GetAsync(PaymentKey.Parse(paymentKey));
        Assert.Equal(["마음이 바뀌었어요", "품절"], payment.Cancels!.Select(cancel => cancel.CancelReason));
        Assert.Equal([5_000, 10_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task Five_reversals_at_the_same_moment_are_one_cancel()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _shop.ReverseAsync(orderId)));

        Assert.All(outcomes, outcome => Assert.True(outcome is ReversalOutcome.Reversed or ReversalOutcome.Checking, outcome.ToString()));
        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Equal(1, Cancels(paymentKey));
        Assert.Equal([15_000], _shop.Refunded(paymentKey));
    }

    [Fact]
    public async Task A_reversal_that_an_operator_has_is_answered_as_such_and_never_as_reversed()
    {
        var (orderId, _) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);

        Assert.IsType<ReversalOutcome.Checking>(await _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절" }));
        var second = await _shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Wait = TimeSpan.Zero });

        Assert.True(second is ReversalOutcome.Checking or ReversalOutcome.NeedsAttention, second.ToString());
    }

    [Fact]
    public async Task Reversing_an_expired_order_that_was_sent_answers_until_when_it_is_queried()
    {
        var (orderId, _) = await _shop.PayAndCloseAsync(confirm: SandboxFaultKind.CloseBeforeWork);

        var watched = Assert.IsType<ReversalOutcome.Watched>(await _shop.ReverseAsync(orderId));

        var now = await _shop.Shop.Ledger.GetTimeAsync(CancellationToken.None);
        Assert.InRange(watched.WatchedUntil, now.AddHours(24).AddMinutes(-5), now.AddHours(24));
        Assert.Equal(AttemptState.Expired, await _shop.Shop.StateAsync(orderId));
        Assert.IsType<ReversalOutcome.Watched>(await _shop.ReverseAsync(orderId));
    }

    [Fact]
    public async Task A_late_approval_of_an_expired_order_that_was_reversed_is_canceled_and_is_not_a_sale()
    {
        var (orderId, paymentKey) = await _shop.PayAndCloseAsync();

        Assert.IsType<ReversalOutcome.Watched>(await _shop.ReverseAsync(orderId));
        _shop.Time.Advance(TimeSpan.FromMinutes(16));
        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);

        Assert.Equal([15_000], _shop.Refunded(paymentKey));
        Assert.DoesNotContain(await _shop.EventsAsync(orderId), reported => reported is OrderEventType.Paid or OrderEventType.PaidLate);
    }

    private async Task<(OrderId OrderId, string PaymentKey)> DepositedAsync()
    {
        var (orderId, paymentKey) = await _shop.PayAsync("VIRTUAL_ACCOUNT");
        _shop.Gateway.Deposit(paymentKey);
        _shop.Time.Advance(TimeSpan.FromMinutes(61));
        await _shop.Shop.UntilAsync(orderId, AttemptState.Approved);
        return (orderId, paymentKey);
    }

    private async Task AssertUntouchedAsync(OrderId orderId)
    {
        Assert.Empty(await _shop.Refunds.ListAsync(orderId));
        Assert.Empty(await _shop.Reviews.ListAsync());
        Assert.Equal(AttemptState.Approved, await _shop.Shop.StateAsync(orderId));
        Assert.DoesNotContain(_shop.Gateway.ReadRequests(), request => request.Path.EndsWith("/cancel", StringComparison.Ordinal));
    }

    private int Cancels(string paymentKey) =>
        _shop.Gateway.ReadRequests().Count(request => request.Method == "POST" && request.Path.EndsWith($"{paymentKey}/cancel", StringComparison.Ordinal));
}
