using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Charges without a window: calls that would charge twice if they were repeated (docs/spec/money.md §7).</summary>
public sealed class ChargeTests : IAsyncLifetime
{
    private const string CardNumber = "5365000000000000";
    private static readonly CustomerKey Buyer = CustomerKey.Parse("buyer-of-a-subscription");

    private PaidShop _shop = null!;
    private BillingKey _key;

    public async ValueTask InitializeAsync()
    {
        _shop = await PaidShop.StartAsync();
        _key = await _shop.IssueBillingKeyAsync(Buyer, CardNumber);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_same_charge_from_ten_jobs_at_once_is_made_once_and_every_job_gets_the_result()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ChargeAsync("2026-11")));

        Assert.All(outcomes, outcome => Assert.IsType<ConfirmOutcome.Paid>(outcome));
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("2026-11"));
        Assert.IsType<ConfirmOutcome.AmountMismatch>(await ChargeAsync("2026-11", 10_000));
        Assert.Equal(1, _shop.Approvals());
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("2026-12"));
        Assert.Equal(2, _shop.Approvals());
    }

    [Theory]
    [InlineData(SandboxFaultKind.CloseAfterWork)]
    [InlineData(SandboxFaultKind.CloseBeforeWork)]
    [InlineData(SandboxFaultKind.HalfBody)]
    [InlineData(SandboxFaultKind.Status500AfterWork)]
    [InlineData(SandboxFaultKind.Html502AfterWork)]
    [InlineData(SandboxFaultKind.UnknownCodeAfterWork)]
    public async Task A_charge_whose_answer_is_lost_is_made_once(SandboxFaultKind fault)
    {
        await _shop.ArmAsync(SandboxOperation.BillingApprove, fault);
        await _shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 4);

        await ChargeAsync("2026-11");
        await Until.TrueAsync(async () => await ChargeAsync("2026-11") is ConfirmOutcome.Paid, () => "the charge is not found");

        Assert.Equal(1, _shop.Approvals());
    }

    [Theory]
    [InlineData(SandboxFaultKind.Status500)]
    [InlineData(SandboxFaultKind.UnknownCode)]
    [InlineData(SandboxFaultKind.Status429)]
    public async Task A_charge_that_the_gateway_did_not_make_is_not_sent_again_and_ends_ten_minutes_later(SandboxFaultKind fault)
    {
        await _shop.ArmAsync(SandboxOperation.BillingApprove, fault);

        var checking = Assert.IsType<ConfirmOutcome.Checking>(await ChargeAsync("2026-11"));
        var sent = Sends();
        await Until.TrueAsync(
            async () =>
            {
                _shop.Time.Advance(TimeSpan.FromMinutes(2));
                return await _shop.Shop.StateAsync(checking.Order.OrderId) == AttemptState.Expired;
            },
            () => "the charge does not expire");

        Assert.Equal((0, sent), (_shop.Approvals(), Sends()));
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("2026-11-again"));
    }

    [Fact]
    public async Task A_refused_charge_stays_refused_under_its_id_and_may_be_made_under_another()
    {
        var card = new KeyInCharge
        {
            ChargeId = ChargeId.Parse("phone-order-1"),
            Amount = Money.Krw(15_000),
            OrderName = "사과",
            CardNumber = "5365000000000000",
            CardExpirationYear = "20",
            CardExpirationMonth = "01",
            CustomerIdentityNumber = "900101",
        };

        var refused = await _shop.Charges.ChargeAsync(card);
        Assert.True(refused is ConfirmOutcome.Declined, refused.ToString());
        Assert.IsType<ConfirmOutcome.Declined>(await _shop.Charges.ChargeAsync(card));
        var paid = await _shop.Charges.ChargeAsync(card with { ChargeId = ChargeId.Parse("phone-order-1-b"), CardExpirationYear = "30" });

        Assert.IsType<ConfirmOutcome.Paid>(paid);
        Assert.Equal(1, _shop.Approvals());
    }

    [Fact]
    public async Task A_purchase_that_is_paid_is_not_charged_again_under_another_id()
    {
        var purchase = PurchaseId.New();
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("first", purchase: purchase));

        Assert.IsType<ConfirmOutcome.NotOpen>(await ChargeAsync("second", purchase: purchase));
        Assert.Equal(1, _shop.Approvals());
    }

    [Fact]
    public async Task A_charge_whose_caller_has_already_left_is_not_made()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => ChargeAsync("2026-11", cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, Sends());
        Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("2026-11"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86_400_001)]
    public async Task A_charge_with_a_wait_that_no_timer_measures_is_refused_before_anything_is_sent(int milliseconds)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ChargeAsync("2026-11", wait: TimeSpan.FromMilliseconds(milliseconds)));

        Assert.Equal(0, Sends());
    }

    [Fact]
    public async Task A_charge_is_refunded_like_any_payment()
    {
        var paid = Assert.IsType<ConfirmOutcome.Paid>(await ChargeAsync("2026-11"));

        Assert.IsType<RefundOutcome.Done>(await _shop.CancelAsync(paid.Order.OrderId, "r1", 5_000));
        Assert.IsType<ReversalOutcome.Reversed>(await _shop.ReverseAsync(paid.Order.OrderId));
    }

    [Fact]
    public async Task Nothing_of_the_card_and_not_the_billing_key_is_in_the_ledger()
    {
        await ChargeAsync("2026-11");
        await _shop.Charges.ChargeAsync(new KeyInCharge
        {
            ChargeId = ChargeId.Parse("phone-order-2"),
            Amount = Money.Krw(15_000),
            OrderName = "사과",
            CardNumber = CardNumber,
            CardExpirationYear = "30",
            CardExpirationMonth = "12",
            CustomerIdentityNumber = "880215",
            CustomerName = "김토스",
            CustomerEmail = "buyer@shop.example",
        });

        var kept = await _shop.ReadDatabaseAsync();
        foreach (var secret in (string[])[_key.Value, CardNumber, "880215", "김토스", "buyer@shop.example"])
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
    }

    private Task<ConfirmOutcome> ChargeAsync(string chargeId, decimal amount = 15_000, PurchaseId? purchase = null, TimeSpan? wait = null, CancellationToken cancellationToken = default) => _shop.Charges.ChargeAsync(new BillingCharge
    {
        ChargeId = ChargeId.Parse(chargeId),
        PurchaseId = purchase,
        BillingKey = _key,
        CustomerKey = Buyer,
        Amount = Money.Krw(amount),
        OrderName = "11월 구독",
        Wait = wait,
    }, cancellationToken);

    private int Sends() => _shop.Gateway.ReadRequests().Count(request => request.Method == "POST" && request.Path == $"/v1/billing/{Uri.EscapeDataString(_key.Value)}");
}
