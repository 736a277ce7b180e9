using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
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

        var payment = Assert.Single(await demo.Sandbox.BooksOfAsync(orderId));
        var account = payment.GetProperty("virtualAccount");
        Assert.Equal(account.GetProperty("accountNumber").GetString(), await shop["fact-account"].TextContentAsync());
        Assert.Equal("Shinhan Bank", await shop["fact-bank"].TextContentAsync());
        Assert.NotEqual("", await shop["fact-due"].TextContentAsync());
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));

        await demo.Sandbox.DepositAsync(payment.GetProperty("paymentKey").GetString()!);
        Assert.Equal(["deposit 46000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }
}
