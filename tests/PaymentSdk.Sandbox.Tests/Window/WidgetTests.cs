using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The payment methods and the terms rendered into the shop's page.</summary>
public sealed class WidgetTests(Chromium chromium)
{
    [Fact]
    public async Task The_page_is_notified_of_the_buyers_choice_and_the_window_opens_with_it()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.Page.EvaluateAsync("() => { window.heard = []; methods.on('paymentMethodSelect', method => heard.push(method.code)); }");

        await checkout.Methods.GetByTestId("widget-method-NAVERPAY").CheckAsync();
        await checkout.Page.WaitForFunctionAsync("() => heard.length === 2");
        await checkout.PayAsync();

        Assert.Equal(["CARD", "NAVERPAY"], await checkout.Page.EvaluateAsync<string[]>("() => heard"));
        Assert.Equal("NAVERPAY", await checkout.Page.EvaluateAsync<string>("async () => (await methods.getSelectedPaymentMethod()).code"));
        await checkout.Overlay["wallet-NAVERPAY"].WaitForAsync();
        Assert.True(await checkout.Overlay["method-easy-pay"].IsCheckedAsync());
        Assert.True(await checkout.Overlay["wallet-NAVERPAY"].IsCheckedAsync());
    }

    [Fact]
    public async Task A_buyer_who_does_not_agree_to_the_required_terms_cannot_pay()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.Page.EvaluateAsync("() => { window.heard = []; terms.on('agreementStatusChange', status => heard.push(status)); }");

        await checkout.Terms.GetByTestId("agree-required").UncheckAsync();
        await checkout.Page.WaitForFunctionAsync("() => heard.length === 2 && !heard[1].agreedRequiredTerms");

        Assert.Equal("NEED_AGREEMENT_WITH_REQUIRED_TERMS", await checkout.CodeOfAsync(
            "await widgets.requestPayment({ orderId: 'order-000001', orderName: 'Coffee' })"));
        Assert.Equal("sandbox-required:false", await checkout.Page.EvaluateAsync<string>(
            "() => { const first = heard[1].agreements[0]; return first.term.id + ':' + first.agreed; }"));
    }

    [Fact]
    public async Task The_frames_are_as_high_as_their_content_and_follow_the_amount()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(15_000);
        const string fits = "() => { const frame = document.querySelector('#methods iframe'); return frame.offsetHeight > 80 && frame.offsetHeight < 600; }";
        await checkout.Page.WaitForFunctionAsync(fits);
        var wide = await checkout.Page.EvaluateAsync<int>("() => document.querySelector('#methods iframe').offsetHeight");

        await checkout.Page.SetViewportSizeAsync(360, 740);
        await checkout.Page.WaitForFunctionAsync($"() => document.querySelector('#methods iframe').offsetHeight > {wide}");
        await checkout.Page.EvaluateAsync("() => widgets.setAmount({ currency: 'KRW', value: 9900 })");

        await checkout.Methods.GetByText("₩9,900").WaitForAsync();
    }

    [Fact]
    public async Task A_destroyed_widget_is_gone_and_can_be_drawn_again()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.Page.EvaluateAsync("() => Promise.all([methods.destroy(), terms.destroy()])");

        Assert.Equal(0, await checkout.Page.Locator("iframe").CountAsync());
        await checkout.Page.EvaluateAsync("() => widgets.renderPaymentMethods({ selector: '#methods' })");
        await checkout.Methods.GetByTestId("methods").WaitForAsync();
    }

    [Fact]
    public async Task The_methods_can_be_chosen_by_keyboard_alone()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();

        await checkout.Methods.GetByRole(AriaRole.Radio, new() { Name = "Card" }).FocusAsync();
        await checkout.Page.Keyboard.PressAsync("ArrowRight");

        await checkout.Page.WaitForFunctionAsync("async () => (await methods.getSelectedPaymentMethod()).code === 'TOSSPAY'");
    }
}
