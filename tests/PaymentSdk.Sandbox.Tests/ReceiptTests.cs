namespace PaymentSdk.Sandbox.Tests;

/// <summary>The receipt URLs in answers lead to the sandbox's own pages, because the real service does not know its payments.</summary>
public sealed class ReceiptTests
{
    [Theory]
    [InlineData("CARD", "15,000원")]
    [InlineData("EASY_PAY", "간편결제")]
    [InlineData("TRANSFER", "계좌이체")]
    [InlineData("VIRTUAL_ACCOUNT", "입금 기한")]
    [InlineData("MOBILE_PHONE", "휴대폰")]
    public async Task Every_address_of_a_payment_is_one_of_the_gateway_and_its_receipt_shows_the_payment(string method, string reported)
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync(method: method);
        var payment = await shop.GetPaymentAsync(paymentKey);
        var transactions = await shop.GetAsync("/v1/transactions?startDate=2020-01-01&endDate=2099-01-01");

        Assert.DoesNotContain("tosspayments.com", payment.Text + transactions.Text);
        var receipt = new Uri(payment.Json.GetProperty("receipt").GetProperty("url").GetString()!);
        var checkout = new Uri(payment.Json.GetProperty("checkout").GetProperty("url").GetString()!);
        Assert.Equal(shop.Gateway.Address.GetLeftPart(UriPartial.Authority), receipt.GetLeftPart(UriPartial.Authority));
        Assert.Equal(receipt.AbsoluteUri, transactions.Json[0].GetProperty("receiptUrl").GetString());
        using var page = await shop.Http.GetAsync(receipt, TestGateway.Token);
        var text = System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestGateway.Token));
        Assert.Equal((200, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        foreach (var part in new[] { "SANDBOX", "15,000원", TestGateway.OrderId, paymentKey, reported })
            Assert.Contains(part, text);
        using var window = await shop.Http.GetAsync(checkout, TestGateway.Token);
        Assert.Equal(200, (int)window.StatusCode);
    }

    [Fact]
    public async Task A_name_from_outside_is_text_on_the_receipt()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(TestGateway.OrderId, 15_000) { OrderName = "<script>alert(1)</script>\"'" });
        await shop.ConfirmAsync(paymentKey);

        using var page = await shop.Http.GetAsync($"/receipts/{paymentKey}", TestGateway.Token);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await page.Content.ReadAsStringAsync(TestGateway.Token));
        Assert.Equal(
            [
                "Cache-Control: no-store",
                "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "Referrer-Policy: no-referrer",
                "X-Content-Type-Options: nosniff",
            ],
            page.Headers.Where(header => header.Key is not ("Date" or "Transfer-Encoding")).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());
    }

    [Fact]
    public async Task Receipt_is_English_on_request_and_an_unknown_receipt_is_reported()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        shop.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");

        Assert.Contains("₩15,000", System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync($"/receipts/{paymentKey}", TestGateway.Token)));
        using var unknown = await shop.Http.GetAsync("/receipts/tgen_none", TestGateway.Token);
        Assert.Equal((404, true), ((int)unknown.StatusCode, (await unknown.Content.ReadAsStringAsync(TestGateway.Token)).Contains("The sandbox has no such entry", StringComparison.Ordinal)));
        var foreign = new HttpRequestMessage(HttpMethod.Get, $"/receipts/{paymentKey}");
        foreign.Headers.Host = "evil.example";
        using var refused = await shop.Http.SendAsync(foreign, TestGateway.Token);
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Cash_receipts_and_terms_have_pages_of_the_gateway_too()
    {
        await using var shop = await TestGateway.StartAsync();
        var receipt = await shop.PostAsync("/v1/cash-receipts", """{"amount":15000,"orderId":"order-000001","orderName":"양말","customerIdentityNumber":"01012345678","type":"소득공제"}""");
        var terms = await shop.GetAsync("/v1/brandpay/terms?customerKey=customer-1&scope=REGISTER");

        foreach (var address in terms.Json.EnumerateArray().Select(text => text.GetProperty("url").GetString()).Append(receipt["receiptUrl"]))
        {
            Assert.StartsWith(shop.Gateway.Address.AbsoluteUri, address);
            using var page = await shop.Http.GetAsync(address, TestGateway.Token);
            Assert.Equal((address, 200), (address, (int)page.StatusCode));
        }
    }

    [Fact]
    public async Task Links_lead_to_the_public_address_where_there_is_one()
    {
        await using var shop = await TestGateway.StartAsync(options => options.PublicAddress = "https://sandbox.myshop.test/");
        var payment = await shop.GetPaymentAsync(await shop.PayAsync());

        Assert.StartsWith("https://sandbox.myshop.test/receipts/tgen_", payment.Json.GetProperty("receipt").GetProperty("url").GetString());
        Assert.StartsWith("https://sandbox.myshop.test/v1/payments/tgen_", payment.Json.GetProperty("checkout").GetProperty("url").GetString());
    }
}
