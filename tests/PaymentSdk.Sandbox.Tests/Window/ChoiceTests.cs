using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The answer to the shop's confirm contains what the buyer chose in the window.</summary>
public sealed class ChoiceTests(Chromium chromium)
{
    private static readonly HttpClient _http = new();

    [Fact]
    public async Task A_card_with_installments_is_paid_with_that_card()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(60_000);
        await checkout.PayAsync();
        await checkout.Overlay["issuer-51"].CheckAsync();
        await checkout.Overlay["installments"].SelectOptionAsync("3");
        await checkout.Overlay.ApproveAsync();

        var (status, payment) = await ConfirmAsync(checkout);

        Assert.Equal((HttpStatusCode.OK, "DONE", "카드"), (status, (string?)payment["status"], (string?)payment["method"]));
        Assert.Equal(("51", 3), ((string?)payment["card"]!["issuerCode"], (int)payment["card"]!["installmentPlanMonths"]!));
    }

    [Theory]
    [InlineData("method-easy-pay", "wallet-KAKAOPAY", "DONE", "easyPay.provider", "카카오페이")]
    [InlineData("method-transfer", "transfer-bank=88", "DONE", "transfer.bankCode", "88")]
    [InlineData("method-virtual-account", "account-bank=92", "WAITING_FOR_DEPOSIT", "virtualAccount.bankCode", "92")]
    public async Task Each_method_is_paid_as_it_was_chosen(string method, string detail, string status, string member, string value)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync();
        await checkout.Overlay[method].CheckAsync();
        if (detail.Split('=') is [var list, var option])
            await checkout.Overlay[list].SelectOptionAsync(option);
        else
            await checkout.Overlay[detail].CheckAsync();
        await checkout.Overlay.ApproveAsync();

        var (_, payment) = await ConfirmAsync(checkout);

        var path = member.Split('.');
        Assert.Equal((status, value), ((string?)payment["status"], (string?)payment[path[0]]![path[1]]));
    }

    [Fact]
    public async Task A_payment_that_is_to_be_declined_at_confirm_leads_to_the_success_address_and_is_declined_there()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync();
        await checkout.Overlay.ChooseOutcomeAsync("decline", "REJECT_CARD_COMPANY");
        await checkout.Overlay.ApproveAsync();

        var (status, error) = await ConfirmAsync(checkout);

        Assert.Equal((HttpStatusCode.Forbidden, "REJECT_CARD_COMPANY"), (status, (string?)error["code"]));
        Assert.Equal("ABORTED", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_choice_that_no_window_offers_is_refused()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var key = await OpenAsync(gateway);

        foreach (var (path, body) in new[]
        {
            ("approve", """{"method":"CASH"}"""),
            ("approve", """{"method":"CARD","issuer":"51","installments":1}"""),
            ("approve", """{"method":"CARD","issuer":"51","confirmFailure":"NO_SUCH_CODE"}"""),
            ("fail", """{"code":"NO_SUCH_CODE"}"""),
            ("fail", "{}"),
        })
        {
            using var answer = await PostAsync(gateway, $"window/payments/{key}/{path}", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal("READY", Assert.Single(gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_cross_site_form_cannot_press_the_buttons_of_a_window()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var key = await OpenAsync(gateway);

        using var form = new StringContent("""{"method":"CARD","issuer":"51"}""", Encoding.UTF8, "text/plain");
        using var answer = await _http.PostAsync(new Uri(gateway.Address, $"window/payments/{key}/approve"), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("READY", Assert.Single(gateway.ReadPayments()).Status);
    }

    private static async Task<string> OpenAsync(SandboxGateway gateway)
    {
        using var answer = await PostAsync(
            gateway,
            "window/payments",
            """
            {"kind":"widget","clientKey":"test_gck_fake_shop","orderId":"order-000001","orderName":"Coffee","amount":{"currency":"KRW","value":1000},
             "successUrl":"http://localhost/success","failUrl":"http://localhost/fail"}
            """);
        var view = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return (string)view!["paymentKey"]!;
    }

    private static async Task<HttpResponseMessage> PostAsync(SandboxGateway gateway, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri(gateway.Address, path), body, TestContext.Current.CancellationToken);
    }

    /// <summary>Confirms as the shop's server does at the success address.</summary>
    private static async Task<(HttpStatusCode Status, JsonObject Answer)> ConfirmAsync(CheckoutPage checkout)
    {
        await checkout.ArriveAsync("Success");
        var query = HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(checkout.Gateway.Address, "v1/payments/confirm"))
        {
            Content = JsonContent.Create(new { paymentKey = query["paymentKey"], orderId = query["orderId"], amount = decimal.Parse(query["amount"]!) }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("test_gsk_fake_shop:"u8));
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!);
    }
}
