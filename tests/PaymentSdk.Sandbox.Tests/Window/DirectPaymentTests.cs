using System.Web;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary><c>payment()</c>: the window without widgets, for a method that the shop chose.</summary>
public sealed class DirectPaymentTests(Chromium chromium)
{
    private const string _open = """
        async more => {
          window.direct = TossPayments('test_ck_fake_shop').payment({ customerKey: TossPayments.ANONYMOUS });
          const order = { method: 'CARD', amount: { currency: 'KRW', value: 60000 }, orderId: 'order-000001', orderName: 'Coffee' };
          const addresses = more.promise ? {} : { successUrl: location.origin + '/success', failUrl: location.origin + '/fail' };
          window.paymentResult = direct.requestPayment(Object.assign(order, addresses, more)).then(result => ({ result }), error => ({ code: error.code }));
        }
        """;

    [Fact]
    public async Task The_success_address_carries_no_payment_type()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        await checkout.Page.EvaluateAsync(_open, new { });
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Success");
        Assert.Equal(["amount", "orderId", "paymentKey"], HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query).AllKeys);
    }

    [Theory]
    [InlineData("CARD", "method-card method-easy-pay")]
    [InlineData("TRANSFER", "method-transfer")]
    [InlineData("VIRTUAL_ACCOUNT", "method-virtual-account")]
    public async Task The_window_offers_the_requested_options(string method, string offered)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        await checkout.Page.EvaluateAsync(_open, new { method, promise = true });
        await checkout.Overlay["approve"].WaitForAsync();

        var shown = await checkout.Page.Frames[1].EvaluateAsync<string[]>(
            "() => Array.from(document.querySelectorAll('#tabs input')).filter(input => input.offsetParent).map(input => input.dataset.testid)");
        Assert.Equal(offered.Split(' '), shown);
        await checkout.Overlay.ApproveAsync();
        Assert.StartsWith("""{"result":{"paymentKey":""", await checkout.ResultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_and_the_installments_that_the_shop_fixed_are_chosen()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        await checkout.Page.EvaluateAsync(_open, new { card = new { flowMode = "DIRECT", cardCompany = "51", cardInstallmentPlan = 6 }, promise = true });
        await checkout.Overlay["approve"].WaitForAsync();

        Assert.True(await checkout.Overlay["issuer-51"].IsCheckedAsync());
        Assert.Equal("6", await checkout.Overlay["installments"].InputValueAsync());
    }

    [Fact]
    public async Task A_destroyed_payment_closes_its_window_and_rejects()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(_open, new { promise = true });
        await checkout.Overlay["approve"].WaitForAsync();

        await checkout.Page.EvaluateAsync("() => direct.destroy()");

        Assert.Equal("""{"code":"PAYMENT_REQUEST_ABORTED"}""", await checkout.ResultAsync());
        Assert.Equal(0, await checkout.Page.Locator("iframe").CountAsync());
    }
}
