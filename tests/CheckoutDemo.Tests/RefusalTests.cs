using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>A buyer who does not pay at the first try is not charged, and can try again.</summary>
public sealed class RefusalTests(SharedShop shared, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task A_declined_card_is_paid_on_the_second_try_with_a_new_order_id(string start)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("buncheong-bowl");

        await shop.PayAsync(async window =>
        {
            await window.ChooseOutcomeAsync("decline", "REJECT_CARD_PAYMENT");
            await window.ApproveAsync();
        });
        string declined;
        if (start == "/")
        {
            declined = await shop.ArriveAsync("declined");
            await shop["pay-again"].ClickAsync();
        }
        else
        {
            // With the promise form the buyer is still at the checkout, and the same button pays.
            await Assertions.Expect(shop["checkout-error"]).ToContainTextAsync("another card or payment method");
            declined = shop.AskedAgain.Single();
        }

        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(declined));
        await shop.ReadyAsync();
        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");

        Assert.NotEqual(declined, paid);
        Assert.Equal(["approve 42000"], await demo.Sandbox.ExecutionsOfAsync(declined, paid));
    }

    [Theory]
    [InlineData("en-US", "The payment was declined")]
    [InlineData("ko-KR", "결제가 승인되지 않았습니다")]
    public async Task A_refusal_is_shown_in_the_language_of_the_buyer_and_without_the_gateways_own_text(string locale, string title)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync(new BrowserNewContextOptions { Locale = locale });
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");

        await shop.PayAsync(async window =>
        {
            await window.ChooseOutcomeAsync("decline", "REJECT_CARD_COMPANY");
            await window.ApproveAsync();
        });
        await shop.ArriveAsync("declined");

        Assert.Equal(title, await shop["order-title"].TextContentAsync());
        Assert.NotEqual("", await shop["order-text"].TextContentAsync());
    }

    [Fact]
    public async Task A_buyer_who_cancels_the_window_keeps_the_cart_and_can_continue()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("onggi-pot", "candle");

        await shop.PayAsync(window => window.CancelAsync());
        var orderId = await shop.ArriveAsync("canceledByBuyer");

        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
        Assert.Equal("open", await demo.StatusOfAsync(orderId));
        await shop["to-cart"].ClickAsync();
        await Assertions.Expect(shop["cart-count"]).ToHaveTextAsync("2");

        await shop["go-checkout"].ClickAsync();
        await shop.ReadyAsync();
        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");
        Assert.Equal(["approve 70000"], await demo.Sandbox.ExecutionsOfAsync(orderId, paid));
    }

    [Fact]
    public async Task A_cart_that_changes_after_a_refusal_is_a_purchase_of_its_own_and_the_refused_order_is_reversed()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");
        await shop.PayAsync(async window =>
        {
            await window.ChooseOutcomeAsync("decline", "REJECT_CARD_PAYMENT");
            await window.ApproveAsync();
        });
        var declined = await shop.ArriveAsync("declined");

        await shop["keep-shopping"].ClickAsync();
        await shop.FillCartAsync("onggi-pot");
        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");

        Assert.Equal(["approve 70000"], await demo.Sandbox.ExecutionsOfAsync(declined, paid));
        Assert.Equal("declined", await demo.StatusOfAsync(declined));
    }

    [Fact]
    public async Task The_same_cart_opened_twice_is_one_order()
    {
        var demo = await shared.OpenAsync();
        var first = await demo.OpenOrderAsync();
        var purchaseId = first.GetProperty("purchaseId").GetString();

        var again = await demo.OpenOrderAsync(purchaseId: purchaseId);

        Assert.Equal(first.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task A_buyer_who_cancels_the_promise_stays_at_the_checkout()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, "/?form=promise");
        await shop.FillCartAsync("candle");

        await shop.PayAsync(window => window.CancelAsync());

        await Assertions.Expect(shop["checkout-state"]).ToContainTextAsync("You canceled the payment");
        await shop.ReadyAsync();
        await shop.PayAsync();
        await shop.ArriveAsync("paid");
    }

    [Fact]
    public async Task A_failure_inside_the_window_says_that_nothing_was_charged()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");

        await shop.PayAsync(async window =>
        {
            await window.ChooseOutcomeAsync("fail", "REJECT_CARD_COMPANY");
            await window.ApproveAsync();
        });
        var orderId = await shop.ArriveAsync("failedInWindow");

        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));
        await shop["continue"].ClickAsync();
        await shop.ReadyAsync();
    }

    [Fact]
    public async Task An_order_that_does_not_exist_has_a_page_that_says_so()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, "/orders/no-such-order");

        await shop.ArriveAsync("notFound");
    }
}
