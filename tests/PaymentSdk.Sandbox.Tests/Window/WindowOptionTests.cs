using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Web;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>
/// Each option of a page's request to the window is applied to the payment, or refused with an error that names it. None is silently changed or
/// ignored.
/// </summary>
public sealed class WindowOptionTests(Chromium chromium)
{
    private const string _open = """
        more => {
          const request = Object.assign({
            method: 'CARD', amount: { currency: 'KRW', value: 60000 }, orderId: 'order-000001', orderName: 'Coffee',
            successUrl: location.origin + '/success', failUrl: location.origin + '/fail',
          }, JSON.parse(more));
          window.paymentResult = TossPayments('test_ck_fake_shop').payment({ customerKey: TossPayments.ANONYMOUS }).requestPayment(request)
            .then(() => ({ code: 'none' }), error => ({ code: error.code, message: error.message }));
        }
        """;

    [Theory]
    [InlineData("""{"card":{"cardCompany":"HYUNDAI"}}""", "card.issuerCode", "61")]
    [InlineData("""{"card":{"cardCompany":"현대","flowMode":"DIRECT"}}""", "card.issuerCode", "61")]
    [InlineData("""{"card":{"cardCompany":"51"}}""", "card.issuerCode", "51")]
    [InlineData("""{"card":{"cardCompany":"SAVINGBANK"}}""", "card.issuerCode", "39")]
    [InlineData("""{"card":{"cardCompany":"kookmin"}}""", "card.issuerCode", "11")]
    [InlineData("""{"card":{"easyPay":"네이버페이"}}""", "easyPay.provider", "네이버페이")]
    [InlineData("""{"card":{"easyPay":"NAVERPAY"}}""", "easyPay.provider", "네이버페이")]
    [InlineData("""{"card":{"easyPay":"PAYCO","flowMode":"DIRECT"}}""", "easyPay.provider", "페이코")]
    [InlineData("""{"card":{"cardInstallmentPlan":6}}""", "card.installmentPlanMonths", "6")]
    [InlineData("""{"card":{"cardInstallmentPlan":0}}""", "card.installmentPlanMonths", "0")]
    [InlineData("""{"card":{"useCardPoint":true}}""", "card.useCardPoint", "true")]
    [InlineData("""{"card":{"useEscrow":true}}""", "useEscrow", "true")]
    [InlineData("""{"card":{"taxExemptionAmount":1000}}""", "taxExemptionAmount", "1000")]
    [InlineData("""{"card":{"cardCompany":"HYUNDAI","discountCode":"SANDBOX_DISCOUNT"}}""", "discount.amount", "1000")]
    [InlineData("""{"method":"TRANSFER","transfer":{"useEscrow":true}}""", "useEscrow", "true")]
    [InlineData("""{"method":"TRANSFER","transfer":{"isCulturalExpenses":true}}""", "cultureExpense", "true")]
    [InlineData("""{"method":"TRANSFER","transfer":{"cashReceipt":{"type":"소득공제"}}}""", "cashReceipt.type", "소득공제")]
    [InlineData("""{"method":"TRANSFER","transfer":{"cashReceipt":{"type":"미발행"}}}""", "cashReceipt", "null")]
    [InlineData("""{"method":"VIRTUAL_ACCOUNT","virtualAccount":{"useEscrow":true,"validHours":24}}""", "useEscrow", "true")]
    [InlineData("""{"method":"VIRTUAL_ACCOUNT","virtualAccount":{"cultureExpense":true}}""", "cultureExpense", "true")]
    [InlineData("""{"method":"VIRTUAL_ACCOUNT","virtualAccount":{"cashReceipt":{"type":"지출증빙"}}}""", "cashReceipt.type", "지출증빙", true)]
    [InlineData("""{"taxFreeAmount":5000}""", "taxFreeAmount", "5000")]
    public async Task A_requested_option_is_applied_to_the_payment(string asked, string member, string expected, bool deposit = false)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(_open, asked);
        await checkout.Overlay.ApproveAsync();

        var payment = await ConfirmAsync(checkout);
        if (deposit)
        {
            checkout.Gateway.Deposit((string)payment["paymentKey"]!);
            payment = await SendAsync(checkout, HttpMethod.Get, $"v1/payments/{payment["paymentKey"]}");
        }

        JsonNode? found = payment;
        foreach (var part in member.Split('.'))
            found = found?[part];
        Assert.Equal(expected, found?.ToString() ?? "null");
    }

    [Theory]
    [InlineData("""{"card":{"cardCompany":"NO_SUCH"}}""", "INVALID_CARD_COMPANY", "cardCompany")]
    [InlineData("""{"card":{"easyPay":"NO_SUCH"}}""", "INVALID_EASY_PAY", "easyPay")]
    [InlineData("""{"card":{"cardCompany":"61","easyPay":"TOSSPAY"}}""", "INVALID_PARAMETERS", "cardCompany")]
    [InlineData("""{"card":{"flowMode":"DIRECT"}}""", "INVALID_PARAMETERS", "flowMode")]
    [InlineData("""{"card":{"cardInstallmentPlan":13}}""", "INVALID_CARD_INSTALLMENT_PLAN", "cardInstallmentPlan")]
    [InlineData("""{"card":{"cardInstallmentPlan":3,"maxCardInstallmentPlan":6}}""", "INVALID_CARD_INSTALLMENT_PLANS_WITH_MAX_AND_SINGLE", "maxCardInstallmentPlan")]
    [InlineData("""{"amount":{"currency":"KRW","value":10000},"card":{"cardInstallmentPlan":3}}""", "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT", "cardInstallmentPlan")]
    [InlineData("""{"card":{"discountCode":"OTHER"}}""", "INVALID_PARAMETERS", "discountCode")]
    [InlineData("""{"card":{"cardCompany":"SHINHAN","discountCode":"SANDBOX_DISCOUNT"}}""", "INVALID_PARAMETERS", "discountCode")]
    [InlineData("""{"card":{"taxExemptionAmount":60001}}""", "INVALID_PARAMETERS", "taxExemptionAmount")]
    [InlineData("""{"card":{"taxExemptionAmount":-1}}""", "INVALID_PARAMETERS", "taxExemptionAmount")]
    [InlineData("""{"card":{"useEscrow":"yes"}}""", "INVALID_PARAMETERS", "useEscrow")]
    [InlineData("""{"card":{"cashReceipt":{"type":"소득공제"}}}""", "INVALID_PARAMETERS", "card.cashReceipt")]
    [InlineData("""{"card":{"isCulturalExpenses":true}}""", "INVALID_PARAMETERS", "card.isCulturalExpenses")]
    [InlineData("""{"card":{"useAppCardOnly":true}}""", "INVALID_PARAMETERS", "card.useAppCardOnly")]
    [InlineData("""{"card":{"useInternationalCardOnly":true}}""", "INVALID_PARAMETERS", "card.useInternationalCardOnly")]
    [InlineData("""{"card":{"freeInstallmentPlans":[{"company":"61","months":[2]}]}}""", "INVALID_PARAMETERS", "card.freeInstallmentPlans")]
    [InlineData("""{"card":{"language":"JA"}}""", "INVALID_PARAMETERS", "card.language")]
    [InlineData("""{"method":"TRANSFER","transfer":{"cashReceipt":{"type":"other"}}}""", "INVALID_CASH_RECEIPT_INFO", "cashReceipt")]
    [InlineData("""{"method":"VIRTUAL_ACCOUNT","virtualAccount":{"dueDate":"2030-01-01T00:00:00"}}""", "INVALID_PARAMETERS", "virtualAccount.dueDate")]
    [InlineData("""{"useEscrow":true}""", "INVALID_PARAMETERS", "useEscrow")]
    [InlineData("""{"cardCompany":"HYUNDAI"}""", "INVALID_PARAMETERS", "cardCompany")]
    [InlineData("""{"taxExemptionAmount":100}""", "INVALID_PARAMETERS", "taxExemptionAmount")]
    [InlineData("""{"cashReceipt":{"type":"소득공제"}}""", "INVALID_PARAMETERS", "cashReceipt")]
    [InlineData("""{"cultureExpense":true}""", "INVALID_PARAMETERS", "cultureExpense")]
    [InlineData("""{"discountCode":"SANDBOX_DISCOUNT"}""", "INVALID_PARAMETERS", "discountCode")]
    public async Task An_option_that_cannot_be_applied_is_refused_by_name(string asked, string code, string named)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(_open, asked);

        var refused = JsonNode.Parse(await checkout.ResultAsync())!;

        Assert.Equal(code, (string?)refused["code"]);
        Assert.Contains(named, (string?)refused["message"]);
        Assert.Empty(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task Behind_the_widget_the_options_of_the_method_that_the_buyer_chose_count()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(60_000);
        await checkout.PayAsync(more: """
            { card: { taxExemptionAmount: 1000 }, transfer: { useEscrow: true, cashReceipt: { type: '소득공제' } }, virtualAccount: { validHours: 24 } }
            """);
        await checkout.Overlay["method-transfer"].CheckAsync();
        await checkout.Overlay.ApproveAsync();

        var payment = await ConfirmAsync(checkout, "test_gsk_fake_shop");

        Assert.Equal((true, 0, "소득공제"), ((bool)payment["useEscrow"]!, (int)payment["taxExemptionAmount"]!, (string?)payment["cashReceipt"]!["type"]));
    }

    [Fact]
    public async Task The_window_offers_and_accepts_only_the_requested_card()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(_open, """{"card":{"cardCompany":"CITI","maxCardInstallmentPlan":3}}""");
        await checkout.Overlay["approve"].WaitForAsync();

        Assert.Equal(1, await checkout.Page.FrameLocator("[role=dialog] iframe").Locator("#issuers input").CountAsync());
        Assert.True(await checkout.Overlay["issuer-36"].IsCheckedAsync());
        Assert.Equal(["0", "2", "3"], await checkout.Page.Frames[1].EvaluateAsync<string[]>("() => Array.from(document.querySelectorAll('#installments option')).map(option => option.value)"));
        var key = Assert.Single(checkout.Gateway.ReadPayments()).PaymentKey;
        using var http = new HttpClient { BaseAddress = checkout.Gateway.Address };
        foreach (var choice in new[] { """{"method":"CARD","issuer":"41"}""", """{"method":"CARD","issuer":"36","installments":6}""", """{"method":"EASY_PAY","wallet":"TOSSPAY"}""", """{"method":"TRANSFER","bank":"88"}""" })
        {
            using var answer = await http.PostAsync($"/window/payments/{key}/approve", new StringContent(choice, null, "application/json"), TestGateway.Token);
            Assert.Equal((choice, 400), (choice, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_card_payment_with_a_tax_exemption_amount_is_canceled_in_full_only()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(_open, """{"card":{"taxExemptionAmount":5000}}""");
        await checkout.Overlay.ApproveAsync();
        var payment = await ConfirmAsync(checkout);

        Assert.Equal((5_000, 5_000, 50_000, false), ((int)payment["taxExemptionAmount"]!, (int)payment["vat"]!, (int)payment["suppliedAmount"]!, (bool)payment["isPartialCancelable"]!));
        Assert.Equal("NOT_ALLOWED_PARTIAL_REFUND", (string?)(await SendAsync(checkout, HttpMethod.Post, $"v1/payments/{payment["paymentKey"]}/cancel", """{"cancelReason":"x","cancelAmount":1000}"""))["code"]);
        var canceled = await SendAsync(checkout, HttpMethod.Post, $"v1/payments/{payment["paymentKey"]}/cancel", """{"cancelReason":"x"}""");
        Assert.Equal(("CANCELED", 5_000), ((string?)canceled["status"], (int)canceled["cancels"]![0]!["taxExemptionAmount"]!));
    }

    [Fact]
    public async Task A_payment_by_the_server_is_paid_with_the_requested_card()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        var made = await SendAsync(checkout, HttpMethod.Post, "v1/payments", Body("\"cardCompany\":\"HYUNDAI\",\"useEscrow\":true,\"taxExemptionAmount\":100"));
        await checkout.Page.GotoAsync((string)made["checkout"]!["url"]!);
        await checkout.WholeTab.ApproveAsync();

        var payment = await ConfirmAsync(checkout);

        Assert.Equal(("61", true, 100), ((string?)payment["card"]!["issuerCode"], (bool)payment["useEscrow"]!, (int)payment["taxExemptionAmount"]!));
        Assert.Equal("INVALID_CARD_COMPANY", (string?)(await SendAsync(checkout, HttpMethod.Post, "v1/payments", Body("\"cardCompany\":\"NO_SUCH\"")))["code"]);
        Assert.Equal("INVALID_EASY_PAY", (string?)(await SendAsync(checkout, HttpMethod.Post, "v1/payments", Body("\"easyPay\":\"NO_SUCH\"")))["code"]);

        string Body(string more) =>
            $$"""{"method":"카드","amount":60000,"orderId":"order-000001","orderName":"양말","successUrl":"{{checkout.Shop.Origin}}/success","failUrl":"{{checkout.Shop.Origin}}/fail",{{more}}}""";
    }

    [Fact]
    public async Task A_registered_card_is_of_the_requested_company()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.Page.EvaluateAsync(
            """
            () => {
              TossPayments('test_ck_fake_shop').payment({ customerKey: 'customer-1' }).requestBillingAuth({
                method: 'CARD', successUrl: location.origin + '/success', failUrl: location.origin + '/fail', cardCompany: 'SHINHAN' });
            }
            """);
        await checkout.Page.GetByText(new System.Text.RegularExpressions.Regex("^(Register|등록하기)$")).Last.ClickAsync();
        await checkout.ArriveAsync("Success");
        var authKey = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query)["authKey"];

        var billing = await SendAsync(checkout, HttpMethod.Post, "v1/billing/authorizations/issue", $$"""{"authKey":"{{authKey}}","customerKey":"customer-1"}""");

        Assert.Equal(("41", "신한"), ((string?)billing["card"]!["issuerCode"], (string?)billing["cardCompany"]));
    }

    [Theory]
    [InlineData("easyPay: 'TOSSPAY'", "easyPay")]
    [InlineData("card: { selectableCardTypes: ['PERSONAL'] }", "selectableCardTypes")]
    public async Task An_option_that_a_registration_does_not_support_is_refused_by_name(string option, string named)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        var message = await checkout.Page.EvaluateAsync<string>(
            $$"""
            () => TossPayments('test_ck_fake_shop').payment({ customerKey: 'customer-1' }).requestBillingAuth({
              method: 'CARD', successUrl: location.origin + '/success', failUrl: location.origin + '/fail', {{option}} }).then(() => 'none', error => error.message)
            """);

        Assert.Contains(named, message);
    }

    private static Task<JsonObject> ConfirmAsync(CheckoutPage checkout) => ConfirmAsync(checkout, "test_sk_fake_shop");

    private static async Task<JsonObject> ConfirmAsync(CheckoutPage checkout, string secretKey)
    {
        await checkout.ArriveAsync("Success");
        var query = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query);
        return await SendAsync(
            checkout, HttpMethod.Post, "v1/payments/confirm", $$"""{"paymentKey":"{{query["paymentKey"]}}","orderId":"{{query["orderId"]}}","amount":{{query["amount"]}}}""", secretKey);
    }

    private static async Task<JsonObject> SendAsync(CheckoutPage checkout, HttpMethod method, string path, string? body = null, string secretKey = "test_sk_fake_shop")
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(checkout.Gateway.Address, path));
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", TestGateway.Basic($"{secretKey}:"));
        using var answer = await http.SendAsync(request, TestGateway.Token);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestGateway.Token))!.AsObject();
    }
}
