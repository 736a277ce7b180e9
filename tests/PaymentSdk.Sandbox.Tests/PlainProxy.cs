using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>
/// A reverse proxy like nginx with the single line <c>proxy_pass http://localhost:…</c>: it runs on this machine, rewrites the Host header to
/// the address of its target, and adds no header about the caller.
/// </summary>
public sealed class PlainProxy : IAsyncDisposable
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private static readonly string[] _ofTheConnection = ["Host", "Connection", "Transfer-Encoding", "Content-Length"];

    private readonly WebApplication _app;

    private PlainProxy(WebApplication app) => _app = app;

    /// <summary>The address at which other machines would reach the proxy.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <param name="target">The address to forward to.</param>
    public static async Task<PlainProxy> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => PassOnAsync(context, target));
        await app.StartAsync();
        return new PlainProxy(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task PassOnAsync(HttpContext context, Uri target)
    {
        using var onward = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
            onward.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers.Where(header => !_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!onward.Headers.TryAddWithoutValidation(name, value.ToArray()))
                onward.Content?.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        using var answer = await _http.SendAsync(onward, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
