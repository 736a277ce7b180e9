using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>
/// A request that Kestrel received and keeps open, so that it can be sent through pipelines repeatedly. It has the header and feature types of
/// the server, whose cost differs from that of a context made by hand. What a pipeline changed is undone before the next run.
/// </summary>
internal sealed class LiveRequest
{
    private readonly StartedResponse _response;

    private LiveRequest(HttpContext received)
    {
        _response = new StartedResponse(received.Response.Headers);
        received.Features.Set<IHttpResponseFeature>(_response);
        Context = new DefaultHttpContext(received.Features);
    }

    public DefaultHttpContext Context { get; }

    /// <summary>The response header that shows whether the origin was allowed.</summary>
    public string? AllowedOrigin => _response.Headers.AccessControlAllowOrigin;

    public static LiveRequest Receive()
    {
        var arrived = new TaskCompletionSource<LiveRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            arrived.SetResult(new LiveRequest(context));
            return Task.Delay(Timeout.Infinite);
        });
        app.StartAsync().GetAwaiter().GetResult();
        _ = SendAsync(app.Urls.First());
        return arrived.Task.GetAwaiter().GetResult();
    }

    public int Send(RequestDelegate pipeline, IServiceProvider services)
    {
        _response.Reset();
        Context.SetEndpoint(null);
        Context.Features.Set<OriginDecision>(null);
        Context.RequestServices = services;
        pipeline(Context).GetAwaiter().GetResult();
        _response.Start();
        return _response.StatusCode;
    }

    private static async Task SendAsync(string address)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/orders");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("Origin", Registered.Exact(0));
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await client.SendAsync(request);
    }
}
