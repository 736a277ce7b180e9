using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>One real browser for all tests; each test has a context of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync()
    {
        // The machine may be slow; what is waited for comes sooner as a rule.
        Assertions.SetDefaultExpectTimeout(60_000);
        return ValueTask.CompletedTask;
    }

    /// <summary>A fresh browser profile. The browser itself starts with the first one.</summary>
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

    /// <summary>A browser of its own, for a test that changes how names are resolved.</summary>
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
