using Microsoft.Playwright;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>The page that a buyer sees while the ledger cannot show the status of the order: it requests its own address again.</summary>
public sealed class RetryPageTests(ReturningShop shop) : IClassFixture<ReturningShop>
{
    private static readonly ConfirmOutcome Unavailable = new ConfirmOutcome.Unavailable(Orders.Id, "away");

    [Fact]
    public async Task Page_retries_by_itself_with_the_same_payment_until_the_result_is_known()
    {
        var page = await shop.NewPageAsync();
        // The outcome is unavailable for the first visit and for two more requests of the page.
        shop.Outcome = _ => shop.Confirms.Count <= 3 ? Unavailable : new ConfirmOutcome.Paid(Orders.Paid);

        await ReturnAsync(page);

        await Expect(page.Locator("h1")).ToHaveTextAsync("지금은 주문을 확인할 수 없습니다");
        await Expect(page.GetByText("다시 결제하지 마세요")).ToBeVisibleAsync();
        await Expect(page.GetByText("please do not pay again").First).ToBeVisibleAsync();
        await Expect(page.GetByText("5초마다")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-asking=no]").First).ToBeHiddenAsync();
        await page.WaitForSelectorAsync("#result");
        Assert.Equal(ReturningShop.Shop + "/orders/order-1001", page.Url);
        Assert.Single(shop.Confirms.Distinct());
        // The page requests the address by script instead of reloading.
        Assert.Equal("navigate document cross-site 503", shop.Returns[0]);
        Assert.Equal(["cors empty same-origin 503", "cors empty same-origin 503", "cors empty same-origin 303"], shop.Returns.Skip(1).Take(3));
    }

    [Theory]
    [InlineData("passes everything on", "addEventListener('fetch', event => event.respondWith(fetch(event.request)));")]
    [InlineData("follows redirects itself", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url, { headers: event.request.headers }).then(answer => answer.redirected ? Response.redirect(answer.url) : answer)));")]
    public async Task Page_retries_through_a_service_worker_that(string does, string source)
    {
        var page = await shop.NewPageAsync();
        shop.Worker = ServiceWorkerTests.Control + source;
        shop.Outcome = _ => shop.Confirms.Count == 1 ? Unavailable : new ConfirmOutcome.Paid(Orders.Paid);
        await page.GotoAsync(ReturningShop.Shop + "/");
        await ReturningShop.InstallAsync(page);

        await ReturnAsync(page);

        await Expect(page.GetByText("5초마다")).ToBeVisibleAsync();
        await page.WaitForSelectorAsync("#result");
        Assert.True(shop.Confirms.Count >= 2, does);
    }

    [Fact]
    public async Task Page_continues_to_retry_while_a_proxy_answers_for_a_shop_that_restarts()
    {
        var page = await shop.NewPageAsync();
        shop.Outcome = _ => Unavailable;
        await ReturnAsync(page);
        await Expect(page.GetByText("5초마다")).ToBeVisibleAsync();

        shop.IsDown = true;
        await Until.TrueAsync(() => Task.FromResult(shop.Returns.Any(way => way.EndsWith("502", StringComparison.Ordinal))), () => "the page sends no request");
        (shop.IsDown, shop.Outcome) = (false, _ => new ConfirmOutcome.Paid(Orders.Paid));

        await page.WaitForSelectorAsync("#result");
    }

    [Fact]
    public async Task Page_stops_retrying_after_nine_minutes_and_says_so()
    {
        var page = await shop.NewPageAsync();
        shop.Outcome = _ => Unavailable;
        await page.Clock.InstallAsync();
        await ReturnAsync(page);
        await Expect(page.GetByText("5초마다")).ToBeVisibleAsync();

        await page.Clock.FastForwardAsync(8 * 60_000 + 50_000);
        await Until.TrueAsync(() => Task.FromResult(shop.Confirms.Count == 2), () => $"asked {shop.Confirms.Count} times");
        await Expect(page.GetByText("5초마다")).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync(15_000);

        await Expect(page.GetByText("자동 확인을 멈췄습니다")).ToBeVisibleAsync();
        await Expect(page.GetByText("This page has stopped checking")).ToBeVisibleAsync();
        await Expect(page.GetByText("5초마다")).ToBeHiddenAsync();
        var asked = shop.Confirms.Count;
        await page.Clock.FastForwardAsync(10 * 60_000);
        Assert.Equal(asked, shop.Confirms.Count);

        // The buyer can still request the status.
        shop.Outcome = _ => new ConfirmOutcome.Paid(Orders.Paid);
        await page.GetByText("다시 확인하기").ClickAsync();
        await page.WaitForSelectorAsync("#result");
    }

    [Fact]
    public async Task Page_retries_where_scripts_do_not_run()
    {
        var page = await shop.NewPageAsync(javaScript: false);
        shop.Outcome = _ => shop.Confirms.Count == 1 ? Unavailable : new ConfirmOutcome.Paid(Orders.Paid);

        await page.GotoAsync(ReturningShop.Success);

        await page.WaitForSelectorAsync("#result");
        Assert.Equal(2, shop.Confirms.Count);
    }

    private static async Task ReturnAsync(IPage page)
    {
        await page.GotoAsync(ReturningShop.Window);
        await page.EvaluateAsync("address => { location.href = address }", ReturningShop.Success);
    }
}
