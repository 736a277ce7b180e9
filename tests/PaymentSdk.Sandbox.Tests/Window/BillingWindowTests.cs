using System.Web;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The window in which a customer registers a card with the shop.</summary>
public sealed class BillingWindowTests(Chromium chromium)
{
    private const string _key = "test_ck_fake_shop";

    [Theory]
    [InlineData("CARD", "카드")]
    [InlineData("TRANSFER", "계좌이체")]
    public async Task Customer_comes_back_with_a_key_that_is_exchanged_for_a_billing_key(string method, string word)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await RequestAsync(checkout, method);

        await checkout.Page.GetByTestId("billing-register").ClickAsync();

        await checkout.ArriveAsync("Success");
        var query = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query);
        Assert.Equal(["shop", "customerKey", "authKey"], query.AllKeys);
        using var http = new HttpClient { BaseAddress = checkout.Gateway.Address };
        http.DefaultRequestHeaders.Add("Authorization", $"Basic {TestGateway.Basic("test_sk_fake_shop:")}");
        using var response = await http.PostAsync(
            "/v1/billing/authorizations/issue",
            new StringContent($$"""{"authKey":"{{query["authKey"]}}","customerKey":"{{query["customerKey"]}}"}""", null, "application/json"),
            TestGateway.Token);
        var billing = await Answer.OfAsync(response);
        Assert.Equal((200, "customer-0001", word), (billing.Status, billing["customerKey"], billing["method"]));
    }

    [Fact]
    public async Task Customer_who_cancels_comes_back_to_the_fail_address()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await RequestAsync(checkout, "CARD");

        await checkout.Page.GetByTestId("billing-cancel").ClickAsync();

        await checkout.ArriveAsync("Fail");
        Assert.Equal("PAY_PROCESS_CANCELED", HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query)["code"]);
    }

    [Theory]
    [InlineData("customerKey: 'customer-0001'", "method: 'MOBILE_PHONE', successUrl: 'https://a.test/s', failUrl: 'https://a.test/f'", "NOT_SUPPORTED_METHOD")]
    [InlineData("customerKey: 'customer-0001'", "method: 'CARD'", "INVALID_PARAMETERS")]
    [InlineData("customerKey: 'customer-0001'", "method: 'CARD', successUrl: '/s', failUrl: 'https://a.test/f'", "INCORRECT_SUCCESS_URL_FORMAT")]
    [InlineData("customerKey: TossPayments.ANONYMOUS", "method: 'CARD', successUrl: 'https://a.test/s', failUrl: 'https://a.test/f'", "INVALID_CUSTOMER_KEY")]
    public async Task Mistake_of_the_page_is_refused(string customer, string request, string code)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        Assert.Equal(code, await checkout.CodeOfAsync($$"""await TossPayments('{{_key}}').payment({ {{customer}} }).requestBillingAuth({ {{request}} })"""));
    }

    [Fact]
    public async Task Addresses_of_pages_that_are_not_registered_are_not_gone_to()
    {
        await using var checkout = await CheckoutPage.OpenAsync(
            chromium, options => options.Keys = [new SandboxKeyPair("test_sk_fake_shop", _key) { MerchantOrigins = ["https://myshop.test"] }]);
        await RequestAsync(checkout, "CARD");

        await checkout.Page.GetByTestId("billing-register").ClickAsync();

        var fault = checkout.Page.GetByTestId("billing-fault");
        await fault.WaitForAsync();
        Assert.Contains("NOT_REGISTERED_REDIRECT_URL", await fault.TextContentAsync());
    }

    private static async Task RequestAsync(CheckoutPage checkout, string method)
    {
        await checkout.Page.EvaluateAsync(
            $$"""
            () => { TossPayments('{{_key}}').payment({ customerKey: 'customer-0001' }).requestBillingAuth({
              method: '{{method}}', successUrl: location.origin + '/success?shop=1', failUrl: location.origin + '/fail?shop=1' }); }
            """);
        await checkout.Page.GetByTestId("billing-form").WaitForAsync();
    }
}
