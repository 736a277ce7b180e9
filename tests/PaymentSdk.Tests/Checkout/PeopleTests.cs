using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>What needs a person: the list, and the person's word (money.md §8).</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Another_amount_is_listed_with_its_evidence_and_may_be_kept()
    {
        var orderId = await MismatchAsync();

        var item = Assert.Single(await _shop.Checkout.ListAttentionAsync());
        Assert.Equal((orderId, AttemptState.Mismatch), (item.Order.OrderId, item.State));
        Assert.Contains("accept-amount", item.NextStep.English, StringComparison.Ordinal);
        Assert.Equal([AttemptState.Created, AttemptState.Confirming, AttemptState.Mismatch], item.Evidence.Select(row => row.To));

        var resolved = await WordAsync(orderId, ResolutionKind.AcceptAmount, withoutQuery: true);
        Assert.Equal(OrderStatus.Paid, Assert.IsType<ResolveOutcome.Resolved>(resolved).Order.Status);
        Assert.Empty(await _shop.Checkout.ListAttentionAsync());
        Assert.Contains(await JournalAsync(orderId), row => row is { Cause: "resolved", Actor: "clerk", Evidence: "looked at the dashboard" });
    }

    [Fact]
    public async Task A_word_that_the_gateway_contradicts_is_not_taken()
    {
        var orderId = await MismatchAsync();

        // The gateway's own books are right: only its answer named another amount.
        var refused = Assert.IsType<ResolveOutcome.Contradicted>(await WordAsync(orderId, ResolutionKind.NotCharged));
        Assert.Contains("DONE", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));

        Assert.IsType<ResolveOutcome.Resolved>(await WordAsync(orderId, ResolutionKind.Approved));
        Assert.Equal(AttemptState.Approved, await _shop.Shop.StateAsync(orderId));
        Assert.IsType<ResolveOutcome.NotNeeded>(await WordAsync(orderId, ResolutionKind.Approved));
        Assert.IsType<ResolveOutcome.NotFound>(await WordAsync(OrderId.New(), ResolutionKind.Approved));
    }

    [Fact]
    public async Task What_needs_a_person_can_be_taken_back()
    {
        var orderId = await MismatchAsync();

        Assert.IsType<ResolveOutcome.Resolved>(await WordAsync(orderId, ResolutionKind.Reverse));

        await _shop.Shop.UntilAsync(orderId, AttemptState.Canceled);
        Assert.Empty(await _shop.Checkout.ListAttentionAsync());
    }

    [Fact]
    public async Task A_refund_that_never_works_ends_as_failed_tells_the_shop_and_blocks_no_other()
    {
        var (orderId, paymentKey) = await _shop.PayAsync();
        await _shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.Status500, 1000);
        await _shop.CancelAsync(orderId, "r1", 5_000);
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(3));
                return (await _shop.RefundAsync(orderId, "r1")).State == RefundState.Refused;
            },
            () => "the refund does not end");

        Assert.Empty(_shop.Refunded(paymentKey));
        Assert.Equal(3, (await _shop.RefundAsync(orderId, "r1")).KeyCount);
        Assert.Equal([OrderEventType.Paid, OrderEventType.RefundFailed, OrderEventType.NeedsAttention], await _shop.EventsAsync(orderId));
        Assert.Empty(await _shop.Checkout.ListAttentionAsync());

        _shop.Gateway.ClearFaults();
        Assert.IsType<RefundOutcome.Refused>(await _shop.CancelAsync(orderId, "r1", 5_000));
        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(orderId, "r2", 5_000));
    }

    private async Task<OrderId> MismatchAsync()
    {
        var orderId = await _shop.Shop.OpenAsync();
        var paymentKey = _shop.Authenticate(orderId);
        await _shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount);
        await _shop.Shop.ConfirmAsync(orderId, paymentKey);
        Assert.Equal(AttemptState.Mismatch, await _shop.Shop.StateAsync(orderId));
        return orderId;
    }

    private Task<ResolveOutcome> WordAsync(OrderId orderId, ResolutionKind word, bool withoutQuery = false) =>
        _shop.Checkout.ResolveAsync(new Resolution { OrderId = orderId, As = word, Who = "clerk", Why = "looked at the dashboard", WithoutQuery = withoutQuery });

    private async Task<IReadOnlyList<JournalEntry>> JournalAsync(OrderId orderId)
    {
        var entry = await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        return await _shop.Shop.Ledger.ReadJournalAsync("", entry!.Purchase.PurchaseId, CancellationToken.None);
    }
}
