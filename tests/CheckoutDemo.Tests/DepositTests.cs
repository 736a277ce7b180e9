using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>A buyer who pays into a virtual account.</summary>
public sealed class DepositTests(SharedShop shared, Chromium chromium)
{
    [Fact]
    public async Task A_buyer_gets_an_account_to_deposit_to_and_its_due_date()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("onggi-pot");

        await shop.PayAsync(async window =>
        {
            await window["method-virtual-account"].CheckAsync();
            await window["account-bank"].SelectOptionAsync("88");
            await window.ApproveAsync();
        });
        var orderId = await shop.ArriveAsync("awaitingDeposit");

        var payment = Assert.Single(await demo.Sandbox.PaymentsOfAsync(orderId));
        var account = payment.GetProperty("virtualAccount");
        Assert.Equal(account.GetProperty("accountNumber").GetString(), await shop["fact-account"].TextContentAsync());
        Assert.Equal("Shinhan Bank", await shop["fact-bank"].TextContentAsync());
        Assert.NotEqual("", await shop["fact-due"].TextContentAsync());
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));

        await Assertions.Expect(shop["test-deposit"]).ToContainTextAsync("no bank knows this account");
        await shop["make-deposit"].ClickAsync();
        await Assertions.Expect(shop["order"]).ToHaveAttributeAsync("data-status", "paid", new() { Timeout = 60_000 });
        await Assertions.Expect(shop["test-deposit"]).ToBeHiddenAsync();
        Assert.Equal(["deposit 46000"], await demo.Sandbox.ExecutionsOfAsync(orderId));

        // A second deposit, and one for an order that does not await one, are refused.
        using var again = await demo.CallAsync(HttpMethod.Post, $"/api/orders/{orderId}/deposit");
        using var unknown = await demo.CallAsync(HttpMethod.Post, "/api/orders/order-of-nobody/deposit");
        using var foreign = await demo.CallAsync(HttpMethod.Post, $"/api/orders/{orderId}/deposit", origin: "https://evil.example");
        Assert.Equal((409, 404, 403), ((int)again.StatusCode, (int)unknown.StatusCode, (int)foreign.StatusCode));
    }

    [Fact]
    public async Task The_receipt_of_an_order_is_a_page_of_the_sandbox_that_shows_the_payment()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop.FillCartAsync("celadon-cup");
        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("paid");

        var opened = browser.WaitForPageAsync();
        await shop["receipt"].ClickAsync();
        var receipt = await opened;

        Assert.StartsWith($"{demo.Sandbox.Address}receipts/", receipt.Url, StringComparison.Ordinal);
        await Assertions.Expect(receipt.GetByTestId("receipt")).ToContainTextAsync(orderId);
        await Assertions.Expect(receipt.GetByTestId("receipt-amount")).ToHaveTextAsync("₩38,000");
    }
}
