using System.Collections.Concurrent;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;
using PaymentSdk.Tests.Shared;

namespace CheckoutDemo.Tests;

/// <summary>
/// The pages that a buyer sees while the payment service is unavailable and surely nothing was charged, and while the ledger is unavailable.
/// </summary>
public sealed class UnavailableTests(Chromium chromium, PostgresDatabases databases)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?form=promise")]
    public async Task While_the_payment_service_is_unavailable_nothing_is_charged_and_a_new_order_can_be_paid_later(string start)
    {
        await using var own = await OwnShop.OpenAsync(
            ("Payment__ApiBaseAddress", "http://127.0.0.1:9"));
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, start);
        await shop.FillCartAsync("candle");

        await shop.PayAsync();

        if (start == "/")
        {
            await shop.ArriveAsync("expired");
            await Assertions.Expect(shop["order-text"]).ToContainTextAsync("Nothing was charged");
            await shop["pay-again"].ClickAsync();
        }
        else
        {
            await Assertions.Expect(shop["checkout-error"]).ToContainTextAsync("You were not charged");
        }

        await shop.ReadyAsync();
    }

    [Fact]
    public async Task While_the_order_cannot_be_read_the_same_payment_is_requested_again_and_no_other_payment_is_started()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address, "/?form=promise");
        await shop.FillCartAsync("candle");
        var asked = new ConcurrentQueue<string>();
        await shop.Page.RouteAsync("**/payments/confirm", async route =>
        {
            asked.Enqueue(route.Request.PostData!);
            if (asked.Count < 3)
                await route.FulfillAsync(Unavailable);
            else
                await route.ContinueAsync();
        });

        await shop.PayAsync();
        await Assertions.Expect(shop["checkout-state"]).ToContainTextAsync("do not pay again");
        await Assertions.Expect(shop["pay"]).ToBeDisabledAsync();
        var orderId = await shop.ArriveAsync("paid");

        Assert.Equal(3, asked.Count);
        Assert.Single(asked.Distinct());
        Assert.Equal(["approve 24000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task Buyer_who_returns_while_the_ledger_is_unavailable_waits_on_a_page_that_retries_and_pays_once()
    {
        var database = await databases.CreateAsync();
        await using var own = await OwnShop.OpenAsync(("Payment__LedgerProvider", "PostgreSql"), ("ConnectionStrings__Ledger", database));
        var demo = own.Demo;
        await using var browser = await chromium.NewContextAsync(new() { Locale = "ko-KR" });
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("candle");

        await shop.PayAsync(async window =>
        {
            await PostgresServer.ExecuteAsync(database, "ALTER TABLE payment_attempts RENAME TO payment_attempts_away");
            await window.ApproveAsync();
        });
        await Assertions.Expect(shop.Page.GetByText("이 화면에서 5초마다 결제 결과를 자동으로 다시 확인합니다.")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Page.Locator("h1")).ToHaveTextAsync("지금은 주문을 확인할 수 없습니다");
        // The page's own style applies even under the strict policy that the shop sets for its other pages.
        await Assertions.Expect(shop.Page.Locator("main")).ToHaveCSSAsync("padding-left", "24px");
        await PostgresServer.ExecuteAsync(database, "ALTER TABLE payment_attempts_away RENAME TO payment_attempts");

        var orderId = await shop.ArriveAsync("paid");
        Assert.Equal(["approve 24000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    private static RouteFulfillOptions Unavailable => new()
    {
        Status = 503,
        ContentType = "application/problem+json",
        Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        Body = """{"type":"urn:paymentsdk:problem:order-unavailable","title":"The order cannot be read right now.","status":503,"next":"ask-again"}""",
    };
}
