using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A purchase that is opened again never has two prices, or two order ids that can be paid (docs/spec/money.md §1).</summary>
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

    [Fact]
    public async Task The_shops_own_order_number_is_shown_and_may_change_until_the_order_was_sent()
    {
        var first = ShopHost.Opened(await OpenAsync(number: "A-17"));
        Assert.Equal(first, ShopHost.Opened(await OpenAsync(number: "A-17")));
        Assert.Equal(first, ShopHost.Opened(await OpenAsync()));
        Assert.Equal("A-17", (await _shop.Checkout.FindAsync(first))!.OrderNumber);

        var second = ShopHost.Opened(await OpenAsync(number: "제17호"));
        Assert.NotEqual(first, second);
        await _shop.Shop.ConfirmAsync(second, _shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(second.Value, 15_000) { ConfirmFailure = "REJECT_CARD_PAYMENT" }));

        var third = Assert.IsType<OpenOutcome.Opened>(await OpenAsync(number: "B-18")).Order;
        Assert.Equal("제17호", third.OrderNumber);
        Assert.Equal("제17호", Assert.IsType<OpenOutcome.Opened>(await _shop.Checkout.OpenAgainAsync(third.OrderId)).Order.OrderNumber);
    }

    [Fact]
    public async Task Two_purchases_may_have_the_same_order_number_and_one_may_have_none()
    {
        var open = new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과", OrderNumber = new string('1', 64) };

        Assert.NotEqual(ShopHost.Opened(await _shop.Checkout.OpenAsync(open)), ShopHost.Opened(await _shop.Checkout.OpenAsync(open)));
        Assert.Null((await _shop.Checkout.FindAsync(ShopHost.Opened(await OpenAsync())))!.OrderNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234+")]
    [InlineData("A\n17")]
    public async Task An_order_number_that_cannot_be_shown_is_refused(string number)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(number: number));
    }

    private Task<OpenOutcome> OpenAsync(decimal amount = 15_000, string name = "사과 한 상자", string? number = null) =>
        _shop.Checkout.OpenAsync(new NewPurchase { PurchaseId = _purchase, Amount = Money.Krw(amount), OrderName = name, OrderNumber = number });
}
