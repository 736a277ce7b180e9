using System.Net;
using System.Net.Sockets;
using CheckoutDemo.Tests.Browsing;
using CheckoutDemo.Tests.Running;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

namespace CheckoutDemo.Tests;

/// <summary>The page of the CORS laboratory shows what the browser really does.</summary>
public sealed class LabTests(SharedShop shared, Chromium chromium)
{
    [Fact]
    public async Task The_four_situations_end_as_they_do_for_every_merchant()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var console = new List<string>();
        browser.Console += (_, message) => console.Add(message.Text);
        var lab = await ShopPage.VisitAsync(browser, demo.Address, "/lab");
        var direct = new LabCase(lab, "direct");
        var same = new LabCase(lab, "same");
        var registered = new LabCase(lab, "registered");
        var stranger = new LabCase(lab, "stranger");

        await direct.EndsAsync("blocked");
        await direct.ShowsAsync("seen", "TypeError");
        await direct.ShowsAsync("preflight", $"Origin: {demo.Address}");
        await direct.ShowsAsync("preflight", "(no Access-Control-Allow-Origin)");
        await direct.ShowsAsync("answer", "never sent");

        await same.EndsAsync("allowed");
        await same.ShowsAsync("preflight", "None.");
        await same.ShowsAsync("seen", "38000");
        await same.ShowsAsync("handler", "its code ran");

        await registered.EndsAsync("allowed");
        await registered.ShowsAsync("preflight", "HTTP 204");
        await registered.ShowsAsync("answer", $"Access-Control-Allow-Origin: {await registered.OriginAsync()}");
        await registered.ShowsAsync("seen", "38000");
        await registered.ShowsAsync("handler", "its code ran");

        await stranger.EndsAsync("refused");
        var origin = await stranger.OriginAsync();
        await stranger.ShowsAsync("seen", "TypeError");
        await stranger.ShowsAsync("preflight", "HTTP 403");
        await stranger.ShowsAsync("handler", "its code did not run");
        await stranger.ShowsAsync("diagnosis", $"got {origin}: port differs. Add {origin} to Payment:MerchantOrigins if that page is yours.");

        // The page prints the console messages of this browser, word for word.
        foreach (var blocked in new[] { direct, stranger })
            Assert.Contains(await blocked["console"].Locator("pre").InnerTextAsync(), console);
    }

    [Fact]
    public async Task Other_pages_cannot_frame_or_use_the_other_origins()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var lab = await ShopPage.VisitAsync(browser, demo.Address, "/lab");
        var registered = new LabCase(lab, "registered");
        await registered.EndsAsync("allowed");

        using var http = new HttpClient();
        using var frame = await http.GetAsync(new Uri($"{await registered.OriginAsync()}/frame.html"), TestContext.Current.CancellationToken);
        var policy = Assert.Single(frame.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.OK, frame.StatusCode);
        Assert.EndsWith($"frame-ancestors {demo.Address} {demo.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.myshop.com", "https://www.myshop.com/example/", "none")]
    [InlineData("https://myshop.com", "https://www.myshop.com/example/", "host")]
    [InlineData("https://www.myshop.com", "http://myshop.com:8080/example/", "scheme host port")]
    [InlineData("http://myshop.com", "http://myshop.com:8080/example/", "port")]
    [InlineData("https://www.myshop.com", "http://www.myshop.com/example/", "scheme")]
    [InlineData("https://myshop.com", "http://en.myshop.com/example/", "scheme host")]
    [InlineData("https://myshop.com", "https://MyShop.com:443", "none")]
    [InlineData("https://myshop.com", "myshop", "")]
    public async Task The_box_shows_which_parts_of_two_addresses_differ(string registered, string page, string differs)
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var lab = await ShopPage.VisitAsync(browser, demo.Address, "/lab");

        await lab["address-a"].FillAsync(registered);
        await lab["address-b"].FillAsync(page);

        await Assertions.Expect(lab["compare-result"]).ToHaveAttributeAsync("data-differs", differs);
        var marks = await lab["compare-result"].Locator("tr").EvaluateAllAsync<string[]>("rows => rows.filter(row => row.dataset.same === 'false').map(row => row.dataset.testid.slice(5))");
        Assert.Equal(differs.Replace("none", "", StringComparison.Ordinal), string.Join(' ', marks));
    }

    [Fact]
    public async Task The_pages_let_the_window_work_and_a_wrong_header_is_found()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync();
        var lab = await ShopPage.VisitAsync(browser, demo.Address, "/lab");
        string[] checks = ["coop", "script-src", "connect-src", "frame-src", "frame-ancestors"];
        foreach (var page in new[] { "headers-lab", "headers-shop" })
        {
            await lab[page].ClickAsync();
            await Assertions.Expect(lab[page]).ToHaveAttributeAsync("aria-pressed", "true");
            foreach (var check in checks)
                await Assertions.Expect(lab[$"check-{check}"]).ToHaveAttributeAsync("data-good", "true");
        }

        await lab["headers-text"].FillAsync("Cross-Origin-Opener-Policy: same-origin\nContent-Security-Policy: default-src 'self'");
        foreach (var check in checks)
            await Assertions.Expect(lab[$"check-{check}"]).ToHaveAttributeAsync("data-good", "false");
    }

    [Fact]
    public async Task The_laboratory_speaks_Korean_and_English_and_is_found_from_the_shop()
    {
        var demo = await shared.OpenAsync();
        await using var browser = await chromium.NewContextAsync(new() { Locale = "ko-KR" });
        var shop = await ShopPage.VisitAsync(browser, demo.Address);
        await shop["to-lab"].ClickAsync();
        var stranger = new LabCase(shop, "stranger");
        await stranger.EndsAsync("refused");
        await Assertions.Expect(stranger["verdict"]).ToHaveTextAsync("상점이 거절함");

        await shop["language-en"].ClickAsync();

        await Assertions.Expect(stranger["verdict"]).ToHaveTextAsync("Refused by the shop");
        Assert.DoesNotContain("lab", await shop.Page.Locator("[data-t]").EvaluateAllAsync<string[]>("all => all.filter(one => one.textContent === one.dataset.t).map(one => one.dataset.t.slice(0, 3))"));
    }

    [Fact]
    public async Task Wrong_addresses_of_the_other_origins_are_named_at_start()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Lab__RegisteredUrl", "https://myshop.com/pay"), ("Lab__UnregisteredUrl", "5082")));

        Assert.Equal(1, exitCode);
        Assert.Contains("Lab:RegisteredUrl is 'https://myshop.com/pay'.", output, StringComparison.Ordinal);
        Assert.Contains("Lab:UnregisteredUrl is '5082'.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_named_at_start()
    {
        using var directory = new ScratchDirectory();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(("Lab__UnregisteredUrl", $"http://{other.LocalEndpoint}")));

        Assert.Equal(1, exitCode);
        Assert.Contains($"Lab:UnregisteredUrl 'http://{other.LocalEndpoint}'", output, StringComparison.Ordinal);
    }

    /// <summary>The card on the page that shows one situation.</summary>
    private sealed class LabCase(ShopPage lab, string name)
    {
        private readonly ILocator _card = lab[$"case-{name}"];

        public ILocator this[string testId] => _card.GetByTestId(testId);

        public Task EndsAsync(string state) => Assertions.Expect(_card).ToHaveAttributeAsync("data-state", state);

        public Task ShowsAsync(string testId, string text) => Assertions.Expect(this[testId]).ToContainTextAsync(text);

        public async Task<string> OriginAsync() => new Uri((await _card.Locator("iframe").GetAttributeAsync("src"))!).GetLeftPart(UriPartial.Authority);
    }
}
