using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.Sandbox.Tests;

public sealed class CreatePaymentTests(Chromium chromium)
{
    [Fact]
    public async Task Payment_that_the_server_makes_is_paid_by_a_buyer_at_its_checkout_address()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        using var http = new HttpClient { BaseAddress = checkout.Gateway.Address };
        http.DefaultRequestHeaders.Add("Authorization", $"Basic {TestGateway.Basic($"{TestGateway.SecretKey}:")}");
        var made = await PostAsync(http, "/v1/payments", Body(checkout.Shop.Origin));

        Assert.Equal((200, "READY", "15000"), (made.Status, made["status"], made["totalAmount"]));
        await checkout.Page.GotoAsync(made.Json.GetProperty("checkout").GetProperty("url").GetString()!);
        await checkout.WholeTab.ApproveAsync();
        await checkout.ArriveAsync("Success");
        var paid = await PostAsync(http, "/v1/payments/confirm", $$"""{"paymentKey":"{{made["paymentKey"]}}","orderId":"order-000001","amount":15000}""");

        Assert.Equal((200, "DONE"), (paid.Status, paid["status"]));
    }

    [Theory]
    [InlineData("카드", "금", "INVALID_REQUEST")]
    [InlineData("https://a.test/success", "/success", "INCORRECT_SUCCESS_URL_FORMAT")]
    [InlineData("https://a.test/fail", "fail", "INCORRECT_FAIL_URL_FORMAT")]
    [InlineData("order-000001", "short", "INVALID_ORDER_ID")]
    public async Task Wrong_request_makes_no_payment(string part, string wrong, string code)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal((400, code), (await shop.PostAsync("/v1/payments", Body("https://a.test").Replace(part, wrong))).Error);
        Assert.Empty(shop.Gateway.ReadPayments());
    }

    [Theory]
    [InlineData("\"useInternationalCardOnly\":true", "useInternationalCardOnly")]
    [InlineData("\"useAppCardOnly\":true", "useAppCardOnly")]
    [InlineData("\"freeInstallmentPlans\":[{\"company\":\"61\",\"months\":[2]}]", "freeInstallmentPlans")]
    [InlineData("\"dueDate\":\"2030-01-01T00:00:00\"", "dueDate")]
    [InlineData("\"currency\":\"USD\"", "currency")]
    [InlineData("\"discountCode\":\"OTHER\"", "discountCode")]
    public async Task An_option_that_cannot_be_applied_is_refused_by_name(string more, string named)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.PostAsync("/v1/payments", Body("https://a.test").Replace("\"orderName\"", $"{more},\"orderName\""));

        Assert.Equal((400, named is "currency" ? "INVALID_CURRENCY" : "INVALID_REQUEST"), answer.Error);
        Assert.Contains(named, answer["message"], StringComparison.Ordinal);
        Assert.Empty(shop.Gateway.ReadPayments());
    }

    [Theory]
    [InlineData("/v1/payments", "")]
    [InlineData("/v1/payments/key-in", "\"cardNumber\":\"9410001234567890\",\"cardExpirationYear\":\"30\",\"cardExpirationMonth\":\"12\",\"customerIdentityNumber\":\"900101\",")]
    [InlineData("/v1/virtual-accounts", "\"customerName\":\"김\",\"bank\":\"신한\",")]
    public async Task Metadata_of_a_payment_that_the_server_makes_is_kept(string path, string more)
    {
        await using var shop = await TestGateway.StartAsync();

        var made = await shop.PostAsync(path, Body("https://a.test").Replace("\"orderName\"", $"{more}\"metadata\":{{\"cart\":\"17\"}},\"currency\":\"KRW\",\"orderName\""));

        Assert.Equal((200, "17"), (made.Status, made.Json.GetProperty("metadata").GetProperty("cart").GetString()));
    }

    private static string Body(string shop) =>
        $$"""{"method":"카드","amount":15000,"orderId":"order-000001","orderName":"양말","successUrl":"{{shop}}/success","failUrl":"{{shop}}/fail"}""";

    private static async Task<Answer> PostAsync(HttpClient http, string path, string body)
    {
        using var response = await http.PostAsync(path, new StringContent(body, null, "application/json"), TestGateway.Token);
        return await Answer.OfAsync(response);
    }
}
