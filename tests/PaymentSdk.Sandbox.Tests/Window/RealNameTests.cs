using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>Pages keep the script URL of the real service, whose host name resolves to the sandbox.</summary>
public sealed class RealNameTests
{
    [Theory]
    [InlineData("https://myshop.test")]
    [InlineData("http://localhost")]
    public async Task A_page_that_loads_the_script_from_js_tosspayments_com_pays_at_the_sandbox_mapped_to_that_name(string shopName)
    {
        using var certificate = TestCertificate.For("js.tosspayments.com", "myshop.test");
        await using var gateway = await SandboxGateway.StartAsync(
            options => options.Kestrel = kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)),
            TestContext.Current.CancellationToken);
        var tls = gateway.Addresses.Single(address => address.Scheme == "https");
        await using var shop = await Shop.OpenAsync(
            "https://js.tosspayments.com/v2/standard", shopName.StartsWith("https", StringComparison.Ordinal) ? certificate : null);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(
            playwright,
            $"--host-resolver-rules=MAP js.tosspayments.com:443 127.0.0.1:{tls.Port},MAP myshop.test:443 127.0.0.1:{shop.Port}",
            $"--ignore-certificate-errors-spki-list={TestCertificate.KeyHash(certificate)}");
        var page = await browser.NewPageAsync(new() { Locale = "ko-KR" });
        page.SetDefaultTimeout(60_000);
        await using var checkout = new CheckoutPage(gateway, shop, page);
        await page.GotoAsync(shop.CheckoutPage);

        await checkout.DrawWidgetsAsync();
        await checkout.PayAsync("redirect", "{ windowTarget: 'iframe' }");
        await checkout.Overlay["approve"].WaitForAsync();
        Assert.All(page.Frames.Skip(1), frame => Assert.StartsWith("https://js.tosspayments.com/window", frame.Url, StringComparison.Ordinal));
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Success");
        Assert.StartsWith(shopName, page.Url, StringComparison.Ordinal);
        Assert.Equal("IN_PROGRESS", Assert.Single(gateway.ReadPayments()).Status);
    }
}
