using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Sandbox.Tests.Delivery;

/// <summary>A webhook as received by the shop.</summary>
internal sealed record Received(string Path, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Text).RootElement;

    /// <summary>The event type and the status; <c>-</c> for the form without an event type.</summary>
    public string Summary => Json.TryGetProperty("data", out var data)
        ? $"{Json.GetProperty("eventType")} {data.GetProperty("status")}"
        : $"- {Json.GetProperty("status")}";

    public string TransmissionId => Headers["tosspayments-webhook-transmission-id"];

    public string RetriedCount => Headers["tosspayments-webhook-transmission-retried-count"];
}

/// <summary>A shop's webhook endpoint on its own port, and a gateway that posts to it.</summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();

    private WebhookShop(WebApplication app, TestGateway gateway) => (_app, Gateway) = (app, gateway);

    public TestGateway Gateway { get; }

    public string Url => $"{_app.Urls.First()}/hook";

    public IReadOnlyList<Received> Received => [.. _received];

    public string[] Summaries => [.. Received.Select(message => message.Summary)];

    /// <summary>Handles a webhook before the shop answers 200.</summary>
    public Func<HttpContext, Received, Task> Handle { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<WebhookShop> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        WebhookShop? shop = null;
        app.MapPost("/{**path}", context => shop!.TakeAsync(context));
        await app.StartAsync(TestGateway.Token);
        shop = new WebhookShop(app, await TestGateway.StartAsync(options =>
        {
            options.WebhookUrl = $"{app.Urls.First()}/hook";
            configure?.Invoke(options);
        }));
        return shop;
    }

    /// <summary>Waits until every due webhook was sent and answered.</summary>
    public Task SentAsync() => Gateway.Gateway.WhenWebhooksAreSentAsync(TestGateway.Token);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var message = new Received(context.Request.Path, await reader.ReadToEndAsync(TestGateway.Token), headers);
        _received.Enqueue(message);
        await Handle(context, message);
    }
}
