using System.Web;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The redirect form: every outcome in the window leads the browser to an address of the shop.</summary>
public sealed class RedirectTests(Chromium chromium)
{
    [Theory]
    [InlineData("iframe")]
    [InlineData("self")]
    public async Task An_approved_window_leads_to_the_success_address_with_the_payment(string target)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(15_000);

        await checkout.PayAsync("redirect", $"{{ windowTarget: '{target}' }}");
        var window = target == "self" ? checkout.WholeTab : checkout.Overlay;
        await window.ApproveAsync();

        await checkout.ArriveAsync("Success");
        var payment = Assert.Single(checkout.Gateway.ReadPayments());
        Assert.Equal("IN_PROGRESS", payment.Status);
        Assert.Equal(
            $"{checkout.Shop.Origin}/success?shop=1&paymentType=NORMAL&amount=15000&orderId=order-000001&paymentKey={payment.PaymentKey}",
            checkout.Page.Url);
    }

    [Theory]
    [InlineData("iframe")]
    [InlineData("self")]
    public async Task A_buyer_who_cancels_comes_back_without_an_order_id(string target)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.PayAsync("redirect", $"{{ windowTarget: '{target}' }}");
        await (target == "self" ? checkout.WholeTab : checkout.Overlay).CancelAsync();

        await checkout.ArriveAsync("Fail");
        var query = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query);
        Assert.Equal(["shop", "code", "message"], query.AllKeys);
        Assert.Equal("PAY_PROCESS_CANCELED", query["code"]);
        Assert.Equal("READY", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_failure_in_the_window_leads_to_the_fail_address_with_its_code()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.PayAsync();
        await checkout.Overlay.ChooseOutcomeAsync("fail", "REJECT_CARD_COMPANY");
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Fail");
        var query = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query);
        Assert.Equal(["shop", "code", "message", "orderId"], query.AllKeys);
        Assert.Equal(("REJECT_CARD_COMPANY", "order-000001"), (query["code"], query["orderId"]));
        Assert.Equal("ABORTED", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task On_a_mobile_browser_the_window_takes_the_whole_tab_and_a_promise_cannot_answer()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium, browser: new() { UserAgent = "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36", Locale = "ko-KR" });
        await checkout.DrawWidgetsAsync();

        Assert.Equal("NOT_SUPPORTED_PROMISE", await checkout.CodeOfAsync("await widgets.requestPayment({ orderId: 'order-000001', orderName: 'Coffee' })"));
        await checkout.PayAsync();
        await checkout.WholeTab.ApproveAsync();

        await checkout.ArriveAsync("Success");
    }
}
