using System.Collections.Concurrent;
using System.Text;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The browser never receives the secret key, and the payment API never receives headers or cookies of the browser.</summary>
public sealed class SecrecyTests(Chromium chromium)
{
    private const string Secret = "test_gsk_marked_secret";

    [Fact]
    public async Task No_answer_to_the_browser_contains_the_secret_and_no_call_to_the_API_identifies_the_browser()
    {
        using var directory = new ScratchDirectory();
        await using var gateway = await PaymentSdk.Sandbox.SandboxGateway.StartAsync(options => options.Keys = [new(Secret, "test_gck_marked_client")], TestContext.Current.CancellationToken);
        await using var watch = await ApiWatch.StartAsync(gateway.Address);
        await using var process = await ShopProcess.OpenAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Sandbox__Enabled", "false"),
            ("Payment__SecretKey", Secret),
            ("Payment__ClientKey", "test_gck_marked_client"),
            ("Payment__ApiBaseAddress", watch.Address),
            ("Payment__ScriptAddress", new Uri(gateway.Address, "/v2/standard").AbsoluteUri),
            ("Logging__LogLevel__Default", "Trace"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Trace")));
        await using var browser = await chromium.NewContextAsync();
        var bodies = new ConcurrentBag<Task<string>>();
        browser.Response += (_, answer) => bodies.Add(ReadAsync(answer));
        var shop = await ShopPage.VisitAsync(browser, process.Shop.GetLeftPart(UriPartial.Authority));

        await shop.FillCartAsync("candle");
        await shop.PayAsync();
        var orderId = await shop.ArriveAsync("paid");

        var seen = await Task.WhenAll(bodies);
        Assert.Contains(seen, text => text.Contains("test_gck_marked_client", StringComparison.Ordinal));
        Assert.Contains(seen, text => text.Contains(orderId, StringComparison.Ordinal));
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + ":"));
        foreach (var text in seen.Append(process.Output))
        {
            Assert.DoesNotContain("marked_secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain(basic, text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(watch.Calls);
        foreach (var call in watch.Calls)
        {
            Assert.StartsWith("/v1/", call.Path, StringComparison.Ordinal);
            Assert.DoesNotContain("Origin", call.Headers.Keys);
            Assert.DoesNotContain("Referer", call.Headers.Keys);
            Assert.DoesNotContain("Cookie", call.Headers.Keys);
            Assert.DoesNotContain("Accept-Language", call.Headers.Keys);
            Assert.DoesNotContain("Chrom", call.Headers.GetValueOrDefault("User-Agent", ""), StringComparison.Ordinal);
            Assert.Equal($"Basic {basic}", call.Headers["Authorization"]);
        }
    }

    private static async Task<string> ReadAsync(Microsoft.Playwright.IResponse answer)
    {
        var headers = string.Join('\n', (await answer.AllHeadersAsync()).Select(header => $"{header.Key}: {header.Value}"));
        try
        {
            return $"{headers}\n{await answer.TextAsync()}";
        }
        catch (Microsoft.Playwright.PlaywrightException)
        {
            // A redirect has no body to read.
            return headers;
        }
    }
}
