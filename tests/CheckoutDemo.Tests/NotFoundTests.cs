using System.Net;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The answers at an unknown address: a person gets a helpful page, and a script gets an answer without that page.</summary>
public sealed class NotFoundTests(SharedShop shared, Chromium chromium)
{
    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/nonsense/deeper?a=1")]
    [InlineData("/orders")]
    [InlineData("/index.htm")]
    public async Task A_visitor_reads_in_both_languages_what_to_do_and_gets_to_the_shop(string path)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();

        var answer = await page.GotoAsync(new Uri(new Uri(demo.Address), path).ToString());

        Assert.Equal(404, answer!.Status);
        Assert.Equal("nosniff", await answer.HeaderValueAsync("x-content-type-options"));
        await Assertions.Expect(page.GetByTestId("not-found")).ToContainTextAsync("페이지를 찾을 수 없습니다");
        await Assertions.Expect(page.GetByTestId("not-found")).ToContainTextAsync("Page not found");
        await page.GetByTestId("not-found-shop").ClickAsync();
        await Assertions.Expect(page.GetByTestId("add-celadon-cup")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("GET", "/api/nonsense", "text/html")]
    [InlineData("GET", "/payments/nonsense", "text/html")]
    [InlineData("POST", "/nonsense", "text/html")]
    [InlineData("GET", "/nonsense", "application/json")]
    public async Task A_script_gets_no_page(string method, string path, string accept)
    {
        var demo = await shared.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(demo.Address) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<html", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
