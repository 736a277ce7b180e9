using Microsoft.Playwright;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>The return from the window through the shop's own service worker, in a real browser.</summary>
public sealed class ServiceWorkerTests(ReturningShop shop) : IClassFixture<ReturningShop>
{
    internal const string Control = "addEventListener('install', () => skipWaiting()); addEventListener('activate', event => event.waitUntil(clients.claim()));\n";
    private const string Preload = "addEventListener('activate', event => event.waitUntil(registration.navigationPreload.enable()));\n";

    /// <summary>What a service worker can do with a request. Workers of real shops do each of these things.</summary>
    public static TheoryData<string, string> Workers { get; } = new()
    {
        { "does nothing", "addEventListener('fetch', () => {});" },
        { "passes it on", "addEventListener('fetch', event => event.respondWith(fetch(event.request)));" },
        { "passes a copy on", "addEventListener('fetch', event => event.respondWith(fetch(new Request(event.request))));" },
        { "passes a clone on", "addEventListener('fetch', event => event.respondWith(fetch(event.request.clone())));" },
        { "passes it on without a cache", "addEventListener('fetch', event => event.respondWith(fetch(event.request, { cache: 'no-store' })));" },
        { "makes a request of its own, same-origin", "addEventListener('fetch', event => event.respondWith(fetch(new Request(event.request, { mode: 'same-origin', redirect: 'manual' }))));" },
        { "makes a request of its own, with a header", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url, { headers: { 'x-shop': '1', accept: event.request.headers.get('accept') }, redirect: 'manual' })));" },
        { "makes a request of its own, with cookies", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url, { credentials: 'include', redirect: 'manual' })));" },
        { "makes a request of its own, no-cors", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url, { mode: 'no-cors', redirect: 'manual' })));" },
        { "takes the preload", Preload + "addEventListener('fetch', event => event.respondWith((async () => await event.preloadResponse || fetch(event.request))()));" },
        { "turns the preload on and passes it on all the same", Preload + "addEventListener('fetch', event => event.respondWith(fetch(event.request)));" },
        { "asks the network, then the cache", "addEventListener('fetch', event => event.respondWith(fetch(event.request).catch(() => caches.match('/'))));" },
        { "asks the cache, then the network", "addEventListener('fetch', event => event.respondWith(caches.match(event.request).then(cached => cached || fetch(event.request))));" },
        { "follows the redirect and redirects itself", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url).then(answer => answer.redirected ? Response.redirect(answer.url) : answer)));" },
        { "follows the redirect and copies the answer", "addEventListener('fetch', event => event.respondWith(fetch(event.request.url).then(answer => new Response(answer.body, { headers: answer.headers, status: answer.status }))));" },
    };

    [Theory]
    [MemberData(nameof(Workers))]
    public async Task Buyer_whom_the_window_sends_back_through_a_worker_has_paid(string worker, string source)
    {
        var page = await NewPageAsync(source);

        foreach (var address in (string[])[ReturningShop.Success, ReturningShop.Shop + "/payments/fail/order-1001?code=PAY_PROCESS_CANCELED"])
        {
            await ReturnAsync(page, address);
            await page.WaitForSelectorAsync("#result");
            Assert.Equal("order-1001", await page.InnerTextAsync("#result"));
        }

        Assert.True(!shop.Confirms.IsEmpty, worker);
        Assert.All(shop.Returns, way => Assert.True(way.EndsWith(" 303", StringComparison.Ordinal), $"{worker}: {way}"));
    }

    [Fact]
    public async Task Worker_that_passes_a_navigation_on_makes_the_browser_say_what_was_measured()
    {
        var page = await ReturnThroughAsync("addEventListener('fetch', event => event.respondWith(fetch(event.request)));");
        await page.WaitForSelectorAsync("#result");

        Assert.Equal(["navigate empty cross-site 303"], shop.Returns);
    }

    [Fact]
    public async Task Worker_that_shows_a_shell_of_its_own_confirms_by_the_shells_script()
    {
        var page = await ReturnThroughAsync("addEventListener('fetch', event => { if (event.request.mode === 'navigate') event.respondWith(fetch('/shell')) });");

        await page.WaitForSelectorAsync("body[data-shown='/orders/order-1001']");
        Assert.Equal(["cors empty same-origin 303"], shop.Returns);
        Assert.Single(shop.Confirms);
    }

    [Theory]
    [InlineData("a fetch", "fetch(address).catch(() => {})")]
    [InlineData("a blind fetch", "fetch(address, { mode: 'no-cors' })")]
    [InlineData("a fetch with cookies", "fetch(address, { credentials: 'include' }).catch(() => {})")]
    [InlineData("an image", "new Promise(resolve => { const image = new Image(); image.onload = image.onerror = resolve; image.src = address })")]
    [InlineData("a script", "new Promise(resolve => { const script = document.createElement('script'); script.onload = script.onerror = resolve; script.src = address; document.body.append(script) })")]
    [InlineData("a style sheet", "new Promise(resolve => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.onload = link.onerror = resolve; link.href = address; document.body.append(link) })")]
    public async Task Script_of_another_site_confirms_nothing(string what, string script)
    {
        var page = await shop.NewPageAsync();
        await page.GotoAsync(ReturningShop.Stranger);

        await page.EvaluateAsync($"address => {script}", ReturningShop.Success);

        Assert.All(shop.Returns, way => Assert.True(way.EndsWith(" 403", StringComparison.Ordinal), $"{what}: {way}"));
        Assert.NotEmpty(shop.Returns);
        Assert.Empty(shop.Confirms);
    }

    private async Task<IPage> ReturnThroughAsync(string worker)
    {
        var page = await NewPageAsync(worker);
        await ReturnAsync(page, ReturningShop.Success);
        return page;
    }

    /// <summary>Opens a page of the shop that this worker controls.</summary>
    private async Task<IPage> NewPageAsync(string worker)
    {
        var page = await shop.NewPageAsync();
        shop.Worker = Control + worker;
        await page.GotoAsync(ReturningShop.Shop + "/");
        await ReturningShop.InstallAsync(page);
        return page;
    }

    /// <summary>Sends the buyer from the window to an address of the shop.</summary>
    private static async Task ReturnAsync(IPage page, string address)
    {
        await page.GotoAsync(ReturningShop.Window);
        await page.EvaluateAsync("address => { location.href = address }", address);
    }
}
