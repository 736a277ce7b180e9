using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CheckoutDemo.Tests.Running;

/// <summary>A proxy in front of the payment API that forwards every call and records its path and headers.</summary>
public sealed class ApiWatch : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, Dictionary<string, string> Headers)> _calls = new();

    private ApiWatch(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public IReadOnlyCollection<(string Path, Dictionary<string, string> Headers)> Calls => _calls;

    public static async Task<ApiWatch> StartAsync(Uri gateway)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var watch = new ApiWatch(app);
        app.Run(context => watch.PassOnAsync(context, gateway));
        await app.StartAsync();
        return watch;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PassOnAsync(HttpContext context, Uri gateway)
    {
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue((context.Request.Path, headers));
        using var onward = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(gateway, context.Request.Path + context.Request.QueryString));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (HttpMethods.IsPost(context.Request.Method))
            onward.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, value) in headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Connection")))
        {
            if (!onward.Headers.TryAddWithoutValidation(name, value))
                onward.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(onward);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
    }
}
