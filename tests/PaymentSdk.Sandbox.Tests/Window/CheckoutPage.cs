using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>A gateway, a shop on another origin, and a browser that shows the shop's checkout page.</summary>
internal sealed class CheckoutPage : IAsyncDisposable
{
    /// <summary>The maximum wait for a promise of the page. Without it, a promise that never settles would block the test.</summary>
    private static readonly TimeSpan _maxWait = TimeSpan.FromSeconds(90);

    private readonly bool _isSecondTab;

    public CheckoutPage(SandboxGateway gateway, Shop shop, IPage page, bool isSecondTab = false) =>
        (Gateway, Shop, Page, _isSecondTab) = (gateway, shop, page, isSecondTab);

    public SandboxGateway Gateway { get; }

    public Shop Shop { get; }

    public IPage Page { get; }

    public IFrameLocator Methods => Page.FrameLocator("#methods iframe");

    public IFrameLocator Terms => Page.FrameLocator("#terms iframe");

    /// <summary>The window in its overlay.</summary>
    public WindowPage Overlay => new(Page.FrameLocator("[role=dialog] iframe"));

    /// <summary>The window when it fills the whole tab.</summary>
    public WindowPage WholeTab => new(Page);

    public static async Task<CheckoutPage> OpenAsync(
        Chromium chromium, Action<SandboxOptions>? configure = null, BrowserNewContextOptions? browser = null)
    {
        var gateway = await SandboxGateway.StartAsync(configure);
        var shop = await Shop.OpenAsync($"{gateway.Address}v2/standard");
        var context = await chromium.NewContextAsync(browser);
        var page = await context.NewPageAsync();
        await page.GotoAsync(shop.CheckoutPage);
        return new CheckoutPage(gateway, shop, page);
    }

    public async Task<CheckoutPage> OpenSecondTabAsync()
    {
        var page = await Page.Context.NewPageAsync();
        await page.GotoAsync(Shop.CheckoutPage);
        return new CheckoutPage(Gateway, Shop, page, isSecondTab: true);
    }

    /// <summary>Renders the widgets, as a shop does when its page has loaded.</summary>
    public Task DrawWidgetsAsync(decimal amount = 15_000) => Page.EvaluateAsync(
        """
        async amount => {
          window.widgets = TossPayments('test_gck_fake_shop').widgets({ customerKey: TossPayments.ANONYMOUS });
          await widgets.setAmount({ currency: 'KRW', value: amount });
          [window.methods, window.terms] = await Promise.all([
            widgets.renderPaymentMethods({ selector: '#methods', variantKey: 'DEFAULT' }),
            widgets.renderAgreement({ selector: '#terms', variantKey: 'AGREEMENT' }),
          ]);
        }
        """,
        amount).WaitAsync(_maxWait, TestGateway.Token);

    /// <summary>Requests the payment from the widgets and does not wait for it. <c>window.paymentResult</c> is a promise of its result.</summary>
    public Task PayAsync(string form = "redirect", string more = "{}") => Page.EvaluateAsync(
        $$"""
        () => {
          const order = { orderId: 'order-000001', orderName: '원두 커피 외 1건', customerName: '김구매' };
          const addresses = { successUrl: location.origin + '/success?shop=1', failUrl: location.origin + '/fail?shop=1' };
          const request = Object.assign(order, '{{form}}' === 'redirect' ? addresses : {}, {{more}});
          window.paymentResult = widgets.requestPayment(request).then(result => ({ result }), error => ({ code: error.code, message: error.message }));
        }
        """);

    /// <summary>Returns the result of the last <see cref="PayAsync"/> promise as JSON.</summary>
    public Task<string> ResultAsync() => Page.EvaluateAsync<string>("async () => JSON.stringify(await paymentResult)").WaitAsync(_maxWait, TestGateway.Token);

    /// <summary>Waits until the browser shows the shop's page with the given heading.</summary>
    public Task ArriveAsync(string heading) => Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();

    /// <summary>Returns the code that a script throws or rejects with; "none" when it does neither.</summary>
    public Task<string> CodeOfAsync(string script) => Page.EvaluateAsync<string>(
        $$"""async () => { try { {{script}}; return 'none'; } catch (error) { return error.code || String(error); } }""").WaitAsync(_maxWait, TestGateway.Token);

    public async ValueTask DisposeAsync()
    {
        if (_isSecondTab)
            return;
        await Page.Context.DisposeAsync();
        await Shop.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
