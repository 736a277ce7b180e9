using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CheckoutDemo.Tests.Browsing;

/// <summary>A page on its own origin that the demo does not serve.</summary>
internal sealed class ForeignPage(WebApplication app) : IAsyncDisposable
{
    /// <summary>The origin of the page, as a browser sends it.</summary>
    public string Origin => app.Urls.Single();

    public static async Task<ForeignPage> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/", () => Results.Text("<!doctype html><title>Another page</title><link rel=icon href=data:,><div id=methods></div><div id=terms></div>", "text/html"));
        await app.StartAsync();
        return new ForeignPage(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
