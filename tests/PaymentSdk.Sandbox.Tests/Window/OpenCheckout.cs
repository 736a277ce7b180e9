namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>One checkout page for the cases of a table: a reload resets it, and is much faster than a new shop.</summary>
public sealed class OpenCheckout(Chromium chromium) : IAsyncLifetime
{
    private CheckoutPage? _page;

    public async ValueTask InitializeAsync() => _page = await CheckoutPage.OpenAsync(chromium);

    internal async Task<CheckoutPage> ReloadedAsync()
    {
        await _page!.Page.GotoAsync(_page.Shop.CheckoutPage);
        return _page;
    }

    public ValueTask DisposeAsync() => _page!.DisposeAsync();
}
