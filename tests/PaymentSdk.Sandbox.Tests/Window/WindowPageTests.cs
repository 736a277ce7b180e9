using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The payment window as a buyer uses it.</summary>
public sealed partial class WindowPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_window_shows_in_both_languages_that_no_money_moves_and_the_order_name()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium, browser: new() { Locale = "ko-KR" });
        await checkout.DrawWidgetsAsync(15_000);
        await checkout.PayAsync();
        var window = checkout.Overlay;

        await Assertions.Expect(window["approve"]).ToHaveTextAsync("15,000원 결제하기");
        await Assertions.Expect(window["window-banner"]).ToContainTextAsync("SANDBOX 테스트 결제창");
        await Assertions.Expect(window["order-name"]).ToHaveTextAsync("원두 커피 외 1건");
        await Assertions.Expect(window["order-amount"]).ToHaveTextAsync("15,000원");
        await window["language-en"].ClickAsync();

        await Assertions.Expect(window["approve"]).ToHaveTextAsync("Pay ₩15,000");
        await Assertions.Expect(window["window-banner"]).ToContainTextAsync("no money moves");
        await Assertions.Expect(window["issuer-41"].Locator("xpath=..")).ToHaveTextAsync("Shinhan");
    }

    [Fact]
    public async Task Pressing_pay_twice_authenticates_once()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        var approvals = 0;
        checkout.Page.Request += (_, request) => approvals += request.Url.EndsWith("/approve", StringComparison.Ordinal) ? 1 : 0;
        await checkout.PayAsync();

        // A script can also click hidden buttons, so the test waits for the form, which is shown when its payment is open.
        await checkout.Overlay["approve"].WaitForAsync();
        await checkout.Overlay["approve"].EvaluateAsync("button => { button.click(); button.click(); button.form.requestSubmit(); }");

        await checkout.ArriveAsync("Success");
        Assert.Equal(1, approvals);
        Assert.Equal("IN_PROGRESS", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_second_approval_of_the_same_window_gets_the_same_end()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync("redirect", "{ windowTarget: 'self' }");
        await checkout.WholeTab["approve"].WaitForAsync();
        var other = await checkout.Page.Context.NewPageAsync();
        await other.GotoAsync(checkout.Page.Url);
        var copy = new WindowPage(other);
        await copy["approve"].WaitForAsync();

        await checkout.WholeTab.ApproveAsync();
        await checkout.ArriveAsync("Success");
        await copy.ApproveAsync();
        await other.GetByRole(AriaRole.Heading, new() { Name = "Success" }).WaitForAsync();

        Assert.Equal(checkout.Page.Url, other.Url);
        Assert.Single(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task After_thirty_minutes_the_window_has_expired_and_leads_back_to_the_shop()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync();
        await checkout.Overlay["approve"].WaitForAsync();

        checkout.Gateway.AdvanceClock(TimeSpan.FromMinutes(30));
        await checkout.Overlay.ApproveAsync();
        await Assertions.Expect(checkout.Overlay["end-title"]).ToHaveTextAsync("The payment window has expired");
        await checkout.Overlay["back"].ClickAsync();

        await checkout.ArriveAsync("Fail");
        Assert.Equal("PAY_PROCESS_ABORTED", HttpUtility.ParseQueryString(new Uri(checkout.Page.Url).Query)["code"]);
        Assert.Equal("EXPIRED", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_reload_of_the_window_shows_the_same_payment()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync("redirect", "{ windowTarget: 'self' }");
        await checkout.WholeTab["approve"].WaitForAsync();
        Assert.Matches(WindowAddress(), checkout.Page.Url);

        await checkout.Page.ReloadAsync();
        await checkout.WholeTab.ApproveAsync();

        await checkout.ArriveAsync("Success");
        Assert.Single(checkout.Gateway.ReadPayments());
    }

    [Fact]
    public async Task Back_from_the_success_page_is_the_shops_checkout_and_not_the_window()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync("redirect", "{ windowTarget: 'self' }");
        await checkout.WholeTab.ApproveAsync();
        await checkout.ArriveAsync("Success");

        await checkout.Page.GoBackAsync();

        await checkout.ArriveAsync("Checkout");
        Assert.Equal(0, await checkout.Page.Locator("[role=dialog]").CountAsync());
    }

    [Theory]
    [InlineData(49_999, true)]
    [InlineData(50_000, false)]
    public async Task Installments_are_possible_from_fifty_thousand_won(decimal amount, bool disabled)
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync(amount);
        await checkout.PayAsync();
        await checkout.Overlay["approve"].WaitForAsync();

        Assert.Equal(disabled, await checkout.Overlay["installments"].IsDisabledAsync());
    }

    [Fact]
    public async Task An_unavailable_gateway_is_reported_and_the_buyer_can_press_again()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync();
        await checkout.Overlay["approve"].WaitForAsync();

        await checkout.Page.Context.SetOfflineAsync(true);
        await checkout.Overlay.ApproveAsync();
        await Assertions.Expect(checkout.Overlay["window-fault"]).ToContainTextAsync("cannot be reached");
        await checkout.Page.Context.SetOfflineAsync(false);
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Success");
    }

    [Fact]
    public async Task An_address_without_a_window_is_reported()
    {
        await using var checkout = await CheckoutPage.OpenAsync(chromium);

        await checkout.Page.GotoAsync($"{checkout.Gateway.Address}window/tgen_nothing");

        await Assertions.Expect(checkout.WholeTab["end-text"]).ToContainTextAsync("NOT_FOUND_PAYMENT_SESSION");
    }

    [GeneratedRegex("/window/tgen_[A-Za-z0-9]+\\?clientKey=test_gck_fake_shop$")]
    private static partial Regex WindowAddress();
}
