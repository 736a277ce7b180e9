using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;
using static Microsoft.Playwright.Assertions;

namespace PaymentSdk.AspNetCore.Tests.Operator;

/// <summary>The operators' page itself: its headers and files, where it may be mapped, and its use in a real browser.</summary>
public sealed partial class PageTests(Chromium chromium)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    [Fact]
    public async Task Page_files_and_answers_have_their_own_headers_whatever_the_host_writes_on_all()
    {
        await using var shop = await OperatorShop.StartAsync(app =>
        {
            app.UsePaymentWindow();
            app.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.ContentSecurityPolicy = "default-src *";
                    context.Response.Headers.CacheControl = "public, max-age=600";
                    context.Response.Headers["Referrer-Policy"] = "unsafe-url";
                    return Task.CompletedTask;
                });
                return next(context);
            });
            app.MapPaymentOperator().RequireAuthorization(OperatorShop.Policy);
        });
        using var kim = await shop.SignInAsync("Kim");

        foreach (var (path, type, cache) in new[]
        {
            ("/operator", "text/html; charset=utf-8", "no-store"), ("/operator/api", "application/json; charset=utf-8", "no-store"),
            ("/operator/js/page.js", "text/javascript; charset=utf-8", "no-cache, private"), ("/operator/operator.css", "text/css; charset=utf-8", "no-cache, private"),
            ("/operator/icon.svg", "image/svg+xml", "no-cache, private"),
        })
        {
            using var answer = await kim.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, type, cache), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString()));
            Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal(("no-referrer", "nosniff"), (answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        }

        using var script = await kim.GetAsync("/operator/js/page.js", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/operator/js/page.js");
        again.Headers.IfNoneMatch.Add(script.Headers.ETag!);
        using var unchanged = await kim.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/operator", "default")]
    [InlineData("/operator/", "default")]
    [InlineData("/staff/%EA%B2%B0%EC%A0%9C", "group")]
    [InlineData("/shop/operator", "path base")]
    [InlineData("/shop/operator/", "path base")]
    [InlineData("/", "root")]
    public async Task Files_are_found_from_wherever_the_page_is_mapped(string path, string where)
    {
        await using var shop = await OperatorShop.StartAsync(app =>
        {
            if (where == "path base")
            {
                app.UsePathBase("/shop");
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
            }

            (where == "group" ? app.MapGroup("/staff").MapPaymentOperator("결제") : app.MapPaymentOperator(where == "root" ? "/" : "/operator")).RequireAuthorization(OperatorShop.Policy);
        });
        using var kim = await shop.SignInAsync("Kim");
        var page = new Uri(shop.Shop.Address, path);
        var html = await kim.GetStringAsync(page, TestContext.Current.CancellationToken);

        var found = new HashSet<Uri>();
        var open = new Queue<Uri>(Addresses().Matches(html).Select(match => new Uri(page, match.Groups[1].Value)));
        while (open.TryDequeue(out var file))
        {
            if (!found.Add(file))
                continue;
            var text = await kim.GetStringAsync(file, TestContext.Current.CancellationToken);
            foreach (Match import in Imports().Matches(text))
                open.Enqueue(new Uri(file, import.Groups[1].Value));
        }

        // The files are the style, the icon, and each module.
        Assert.Equal(13, found.Count);
        var api = new Uri(found.Single(file => file.AbsolutePath.EndsWith("/server.js", StringComparison.Ordinal)), "../api");
        using var desk = await kim.GetAsync(api, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Fact]
    public async Task An_operator_accepts_the_amount_that_the_gateway_took_in_a_browser()
    {
        await using var shop = await OperatorShop.StartAsync(app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapPaymentOperator().RequireAuthorization(OperatorShop.Policy);
        });
        await shop.PayAsync();
        var orderId = await shop.MismatchAsync();
        await using var browser = await chromium.NewContextAsync(new BrowserNewContextOptions { Locale = "ko-KR", ViewportSize = new() { Width = 1180, Height = 1000 } });
        var page = await browser.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);
        await browser.APIRequest.GetAsync($"{shop.Address}/shop/sign-in?name=Kim&role=operator");
        await page.GotoAsync($"{shop.Address}/shop/operator");

        var item = page.Locator($"[data-testid=attention-item][data-order='{orderId}']");
        await Expect(page.GetByTestId("user")).ToHaveTextAsync("Kim 님으로 로그인됨");
        await Expect(page.GetByTestId("who")).ToBeHiddenAsync();
        await Expect(item.GetByTestId("asked")).ToContainTextAsync("15,000원");
        await Expect(item.GetByTestId("taken")).ToContainTextAsync("15,100원");
        await Expect(item.Locator(".choices button").First).ToHaveAttributeAsync("data-testid", "resolve-accept-amount");
        await ShootAsync(page, "operator-ko");
        await page.GetByTestId("language-en").ClickAsync();
        await Expect(item.GetByTestId("taken")).ToContainTextAsync("₩15,100");
        await item.GetByTestId("resolve-not-charged").ClickAsync();
        // An accidental second Enter does nothing, because the focus is in the field of the reason, which is empty and required.
        await Expect(page.GetByTestId("field-why")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("dialog")).ToBeVisibleAsync();
        await page.GetByTestId("field-why").FillAsync("guessed");
        await page.GetByTestId("dialog-yes").ClickAsync();
        await Expect(page.GetByTestId("dialog-error")).ToContainTextAsync("money was taken");
        await ShootAsync(page, "operator-en-refused");
        await page.Keyboard.PressAsync("Escape");

        await item.GetByTestId("resolve-accept-amount").ClickAsync();
        await Expect(page.GetByTestId("field-why")).ToBeFocusedAsync();
        await Expect(page.GetByTestId("dialog")).ToContainTextAsync("paid, with ₩15,100 instead of ₩15,000");
        await page.GetByTestId("field-why").FillAsync("agreed with the buyer");
        await page.GetByTestId("dialog-yes").ClickAsync();
        await Expect(page.GetByTestId("attention")).ToContainTextAsync("No order needs an operator.");
        await page.Locator($"[data-testid=order-row][data-order='{orderId}']").GetByTestId("order-open").ClickAsync();
        await Expect(page.GetByTestId("journal")).ToContainTextAsync("resolved by Kim");
        await ShootAsync(page, "operator-en-resolved");

        Assert.Equal("paid", (await shop.Shop.OrderAsync(orderId)).GetProperty("status").GetString());
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_korean_page_gives_its_reasons_in_korean()
    {
        await using var shop = await OperatorShop.StartAsync();
        var paid = await shop.PayAsync();
        var orderId = await shop.MismatchAsync();
        await using var browser = await chromium.NewContextAsync(new BrowserNewContextOptions { Locale = "ko-KR", ViewportSize = new() { Width = 1180, Height = 1000 } });
        var page = await browser.NewPageAsync();
        await browser.APIRequest.GetAsync($"{shop.Address}/sign-in?name=Kim&role=operator");
        await page.GotoAsync($"{shop.Address}/operator");

        await page.Locator($"[data-testid=attention-item][data-order='{orderId}']").GetByTestId("resolve-not-charged").ClickAsync();
        await IsToldAsync("주문을 처리하지 못했습니다. 게이트웨이에서 결제된 것으로 확인됩니다(근거: DONE");
        await ShootAsync(page, "operator-ko-contradicted");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator($"[data-testid=order-row][data-order='{paid}']").GetByTestId("order-open").ClickAsync();
        await page.GetByTestId("refund").ClickAsync();
        await page.GetByTestId("field-amount").FillAsync("0.5");
        await IsToldAsync("게이트웨이에 환불을 요청하지 않았습니다. 환불 금액의 소수 자릿수가 통화(KRW)에서");
        await ShootAsync(page, "operator-ko-not-refundable");

        shop.Shop.Gateway.CancelAtDashboard(shop.Shop.Gateway.ReadPayments().Single(payment => payment.OrderId == paid).PaymentKey, 10000);
        await page.GetByTestId("field-amount").FillAsync("9000");
        await IsToldAsync("게이트웨이가 환불을 거절했습니다(NOT_MATCHES_REFUNDABLE_AMOUNT). 이 요청으로");
        await page.RouteAsync("**/refund", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"done":false,"outcome":"refund-refused"}""" }));
        await IsToldAsync("게이트웨이가 환불을 거절했습니다. 이 요청으로");

        async Task IsToldAsync(string text)
        {
            await page.GetByTestId("field-why").FillAsync("확인했습니다");
            await page.GetByTestId("dialog-yes").ClickAsync();
            await Expect(page.GetByTestId("dialog-error")).ToContainTextAsync(text);
            Assert.DoesNotMatch("[A-Za-z]+ [a-z]+ [a-z]+", await page.GetByTestId("dialog-error").InnerTextAsync());
        }
    }

    [Fact]
    public async Task A_page_whose_session_ended_says_so()
    {
        await using var shop = await OperatorShop.StartAsync();
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        await browser.APIRequest.GetAsync($"{shop.Address}/sign-in?name=Kim&role=operator");
        await page.GotoAsync($"{shop.Address}/operator");
        await Expect(page.GetByTestId("lead")).ToContainTextAsync("Nothing waits for you");

        await browser.ClearCookiesAsync();

        await Expect(page.GetByTestId("error")).ToContainTextAsync("You are no longer signed in");
    }

    /// <summary>Takes a screenshot for a human reader if the variable OPERATOR_SHOTS names a folder.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("OPERATOR_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    [GeneratedRegex("""(?:href|src)="([^"#]+)["]""")]
    private static partial Regex Addresses();

    [GeneratedRegex("""^import .*?from "([^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Imports();
}
