using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The promise form: the page stays open, and the promise settles with the result of the window.</summary>
public sealed class PromiseTests(Chromium chromium)
{
    [Fact]
    public async Task An_approved_window_resolves_with_the_payment_to_confirm()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(15_000);

        await checkout.PayAsync("promise");
        await checkout.Overlay.ApproveAsync();

        var payment = JsonSerializer.Deserialize<JsonElement>(await checkout.ResultAsync());
        var booked = Assert.Single(checkout.Gateway.ReadPayments());
        Assert.Equal(
            $$$$"""{"result":{"paymentType":"NORMAL","paymentKey":"{{{{booked.PaymentKey}}}}","orderId":"order-000001","amount":{"currency":"KRW","value":15000}}}""",
            payment.GetRawText());
        Assert.Equal(checkout.Shop.CheckoutPage, checkout.Page.Url);
    }

    [Fact]
    public async Task A_buyer_who_cancels_rejects_it_with_USER_CANCEL_and_can_pay_again()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.PayAsync("promise");
        await checkout.Overlay.CancelAsync();
        var first = await checkout.ResultAsync();
        await checkout.PayAsync("promise");
        await checkout.Overlay.ApproveAsync();

        Assert.StartsWith("""{"code":"USER_CANCEL",""", first, StringComparison.Ordinal);
        Assert.StartsWith("""{"result":""", await checkout.ResultAsync(), StringComparison.Ordinal);
        Assert.Equal(["READY", "IN_PROGRESS"], checkout.Gateway.ReadPayments().Select(payment => payment.Status));
    }

    [Fact]
    public async Task A_failure_in_the_window_rejects_it_with_the_code()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.PayAsync("promise");
        await checkout.Overlay.ChooseOutcomeAsync("fail", "INVALID_STOPPED_CARD");
        await checkout.Overlay.ApproveAsync();

        Assert.StartsWith("""{"code":"INVALID_STOPPED_CARD",""", await checkout.ResultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_window_has_ended_the_page_is_as_it_was()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.Page.FocusAsync("#pay");
        var before = await checkout.Page.ContentAsync();

        await checkout.PayAsync("promise");
        await checkout.Overlay["approve"].WaitForAsync();
        Assert.True(await checkout.Page.EvaluateAsync<bool>("() => document.querySelector('#pay').inert"));
        await checkout.Overlay.CancelAsync();
        await checkout.ResultAsync();

        Assert.Equal(before.Replace(" style=\"\"", "", StringComparison.Ordinal), (await checkout.Page.ContentAsync()).Replace(" style=\"\"", "", StringComparison.Ordinal));
        Assert.Equal("pay", await checkout.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Two_tabs_with_two_windows_for_one_order_are_two_payments()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await using var other = await checkout.OpenSecondTabAsync();

        foreach (var tab in new[] { checkout, other })
        {
            await tab.DrawWidgetsAsync();
            await tab.PayAsync("promise");
        }

        foreach (var tab in new[] { checkout, other })
        {
            await tab.Overlay.ApproveAsync();
            await tab.ResultAsync();
        }

        var payments = checkout.Gateway.ReadPayments();
        Assert.Equal(2, payments.Select(payment => payment.PaymentKey).Distinct().Count());
        Assert.All(payments, payment => Assert.Equal(("order-000001", "IN_PROGRESS"), (payment.OrderId, payment.Status)));
    }
}
