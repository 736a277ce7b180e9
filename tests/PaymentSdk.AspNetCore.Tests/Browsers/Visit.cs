using Microsoft.Playwright;

namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>One page in the browser, with the shop's counters from before the page was opened.</summary>
public sealed class Visit(IPage page, int handledBefore, int refusalsBefore) : IAsyncDisposable
{
    /// <summary>A script that sends a request and returns the parts of the answer that the page can read, in one line.</summary>
    private const string Tell = """
        const tell = (url, init) => fetch(url, init).then(
          async response => `${response.type} ${response.status} ${await response.text()}`.trim(),
          error => `${error.name}: ${error.message}`);
        """;

    private readonly List<string> _console = [];

    public IPage Page { get; } = page;

    public int HandledBefore { get; } = handledBefore;

    public int RefusalsBefore { get; } = refusalsBefore;

    /// <summary>The messages in the browser's console.</summary>
    public string Console => string.Join('\n', _console);

    /// <summary>Sends a request from the page and returns the parts of the answer that the page can read.</summary>
    public async Task<string> FetchAsync(string url, string init = "{}")
    {
        Page.Console += (_, message) => _console.Add(message.Text);
        return await Page.EvaluateAsync<string>($"async () => {{ {Tell} return await tell('{url}', {init}); }}");
    }

    /// <summary>Sends a request from a sandboxed frame in the page.</summary>
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

    /// <summary>Submits a form from the page and returns what the buyer then sees.</summary>
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
