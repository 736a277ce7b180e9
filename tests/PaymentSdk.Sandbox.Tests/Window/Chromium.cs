using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>One real browser for all tests; each test has its own context in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync()
    {
        // The limit allows for a slow machine; most waits end much sooner.
        Assertions.SetDefaultExpectTimeout(60_000);
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates a browser profile. The first call starts the browser.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await LaunchAsync(_playwright);
        }
        finally
        {
            _starting.Release();
        }

        var context = await _browser.NewContextAsync(options ?? new BrowserNewContextOptions { Locale = "en-US" });
        context.SetDefaultTimeout(60_000);
        return context;
    }

    /// <summary>Starts a separate browser, for a test that changes how names are resolved.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", .. more,
            ],
            Timeout = 120_000,
        });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }
}
