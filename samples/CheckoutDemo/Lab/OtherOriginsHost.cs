using CheckoutDemo.Startup;
using Microsoft.Extensions.FileProviders;

namespace CheckoutDemo.Lab;

/// <summary>Serves only the page of the other origins, <c>wwwroot/lab</c>. It reads no configuration and no environment variables.</summary>
internal static class OtherOriginsHost
{
    /// <param name="urls">The URLs to listen on; port 0 selects a free port.</param>
    /// <param name="shops">The origins of the shop's pages. Only these pages can frame this page and send it requests.</param>
    /// <param name="files">The directory of the page.</param>
    public static async Task<WebApplication> StartAsync(IEnumerable<string> urls, IReadOnlyCollection<string> shops, string files)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls([.. urls]);
        FreePorts.Take(builder);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();

        var app = builder.Build();
        var policy = Policy(shops);
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-cache";
            return next(context);
        });
        var page = new PhysicalFileProvider(files);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page, DefaultFileNames = ["frame.html"] });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });
        app.MapGet("/shops", () => TypedResults.Json(shops));
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static string Policy(IEnumerable<string> shops)
    {
        // The syntax of the policy does not allow IPv6 addresses.
        var known = string.Join(' ', shops.Where(shop => !shop.Contains('[', StringComparison.Ordinal)));
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' {known}; base-uri 'none'; form-action 'none'; frame-ancestors {known}";
    }

    /// <summary>A lifetime that ignores the signals of the process, because the shop in the same process handles them.</summary>
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
