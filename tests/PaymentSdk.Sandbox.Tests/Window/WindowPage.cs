using Microsoft.Playwright;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The payment window, whose elements are found by test id.</summary>
internal sealed class WindowPage(Func<string, ILocator> byTestId)
{
    public WindowPage(IFrameLocator frame)
        : this(id => frame.GetByTestId(id))
    {
    }

    public WindowPage(IPage page)
        : this(id => page.GetByTestId(id))
    {
    }

    public ILocator this[string testId] => byTestId(testId);

    public Task ApproveAsync() => this["approve"].ClickAsync();

    public Task CancelAsync() => this["cancel"].ClickAsync();

    /// <summary>Opens the list of outcomes and selects one, with its code.</summary>
    public async Task ChooseOutcomeAsync(string outcome, string code)
    {
        await this["outcomes"].Locator("summary").ClickAsync();
        await this[$"outcome-{outcome}"].CheckAsync();
        await this["failure-code"].SelectOptionAsync(code);
    }
}
