using Microsoft.Playwright;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>One page in the browser, with what the shop had counted before it came.</summary>
public sealed class Visit(IPage page, int handledBefore, int refusalsBefore) : IAsyncDisposable
{
    /// <summary>Says in one line what a page is told about a request of its own.</summary>
    private const string Tell = """
        const tell = (url, init) => fetch(url, init).then(
          async response => `${response.type} ${response.status} ${await response.text()}`.trim(),
          error => `${error.name}: ${error.message}`);
        """;

    private readonly List<string> _console = [];

    public IPage Page { get; } = page;

    public int HandledBefore { get; } = handledBefore;

    public int RefusalsBefore { get; } = refusalsBefore;

    /// <summary>What the browser wrote for the page's author.</summary>
    public string Console => string.Join('\n', _console);

    /// <summary>Calls as the page and says what the page is told.</summary>
    public async Task<string> FetchAsync(string url, string init = "{}")
    {
        Page.Console += (_, message) => _console.Add(message.Text);
        return await Page.EvaluateAsync<string>($"async () => {{ {Tell} return await tell('{url}', {init}); }}");
    }

    /// <summary>Calls as a frame that the page put into a sandbox.</summary>
    public Task<string> FetchFromSandboxAsync(string url, string init) => Page.EvaluateAsync<string>(
        """
        source => new Promise(resolve => {
          addEventListener('message', message => resolve(message.origin + ' ' + message.data));
          const frame = document.createElement('iframe');
          frame.sandbox = 'allow-scripts';
          frame.srcdoc = `<script>${source}<\/script>`;
          document.body.append(frame);
        })
        """,
        $"{Tell} tell('{url}', {init}).then(told => parent.postMessage(told, '*'));");

    /// <summary>Sends a form as the page and says what the buyer sees then.</summary>
    public async Task<(int Status, string Text)> SubmitAsync(string action)
    {
        var answer = await Page.RunAndWaitForResponseAsync(
            () => Page.EvaluateAsync(
                """
                action => {
                  const form = document.createElement('form');
                  Object.assign(form, { method: 'post', action, enctype: 'text/plain' });
                  form.innerHTML = `<input name='{"orderId":"' value='1"}'>`;
                  document.body.append(form);
                  form.submit();
                }
                """,
                action),
            response => response.Url == action);
        return (answer.Status, await Page.InnerTextAsync("body"));
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
