using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>One purchase, one price, one order id (docs/spec/money.md §1), whoever asks twice.</summary>
public sealed class SamePurchaseCaseTests : IAsyncLifetime
{
    private readonly PurchaseId _purchase = PurchaseId.New();
    private PaidShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_same_basket_opened_twice_within_ten_minutes_is_one_order_id()
    {
        var first = ShopHost.Opened(await OpenAsync());
        _shop.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(first, ShopHost.Opened(await OpenAsync()));

        _shop.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual(first, ShopHost.Opened(await OpenAsync()));
        Assert.Equal(AttemptState.Superseded, await _shop.Shop.StateAsync(first));
    }

    [Fact]
    public async Task The_same_basket_opened_by_five_clicks_at_once_is_one_order_id()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => OpenAsync()));

        Assert.Single(opened.Select(ShopHost.Opened).Distinct());
    }

    [Fact]
    public async Task A_basket_that_was_never_sent_is_opened_with_another_price_under_another_order_id()
    {
        var first = ShopHost.Opened(await OpenAsync());
        var second = ShopHost.Opened(await OpenAsync(9_000));

        Assert.NotEqual(first, second);
        Assert.Equal(AttemptState.Superseded, await _shop.Shop.StateAsync(first));
        Assert.Equal(9_000, (await _shop.Checkout.FindAsync(second))!.Amount.Value);
        Assert.IsType<ConfirmOutcome.NotOpen>(await _shop.Shop.ConfirmAsync(first, _shop.Authenticate(first)));
    }

    [Theory]
    [InlineData(9_000, "사과 한 상자")]
    public async Task A_purchase_that_was_sent_is_not_opened_with_another_price_or_name(int amount, string name)
    {
        var first = ShopHost.Opened(await OpenAsync());
        var paymentKey = _shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(first.Value, 15_000) { ConfirmFailure = "REJECT_CARD_PAYMENT" });
        Assert.IsType<ConfirmOutcome.Declined>(await _shop.Shop.ConfirmAsync(first, paymentKey));

        Assert.IsType<OpenOutcome.NotOpen>(await OpenAsync(amount, name));
        Assert.IsType<OpenOutcome.Opened>(await OpenAsync());
    }

    private Task<OpenOutcome> OpenAsync(decimal amount = 15_000, string name = "사과 한 상자") =>
        _shop.Checkout.OpenAsync(new NewPurchase { PurchaseId = _purchase, Amount = Money.Krw(amount), OrderName = name });
}
