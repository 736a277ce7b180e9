using System.Text;
using Microsoft.Net.Http.Headers;

namespace CheckoutDemo.Lab;

/// <summary>
/// Runs before all other middleware, so that it also sees the requests that routing answers itself: preflights and refused requests. Records the
/// requests of the experiments, and allows the page of the laboratory to frame the other origins.
/// </summary>
internal sealed class LabRecorder(LabRuns runs, OtherOrigins others) : IStartupFilter
{
    private const int MostBody = 4096;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            if (context.Request.Path == LabEndpoints.Page)
                context.Response.OnStarting(AllowFrames, context.Response);
            return LabRuns.IdOf(context.Request) is { } id ? RecordAsync(context, proceed, id) : proceed(context);
        });
        next(app);
    };

    private async Task RecordAsync(HttpContext context, RequestDelegate proceed, string id)
    {
        var answer = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await proceed(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        // Recorded before the answer is sent, because the page requests its record as soon as it has the answer.
        runs.Add(id, Seen(context, kept));
        kept.Position = 0;
        await kept.CopyToAsync(answer, context.RequestAborted);
    }

    private static Exchange Seen(HttpContext context, MemoryStream body) => new(
        context.Request.Method,
        Exchange.RequestHeaders(name => context.Request.Headers[name]),
        context.Response.StatusCode,
        Exchange.ResponseHeaders(name => context.Response.Headers[name]),
        Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)Math.Min(body.Length, MostBody)),
        context.Items.ContainsKey(LabEndpoints.HandlerRan));

    /// <summary>Runs after the callback that sets the page's headers, because callbacks run in the reverse order of their registration.</summary>
    private Task AllowFrames(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (others.All.Length > 0 && headers[HeaderNames.ContentSecurityPolicy].ToString() is { Length: > 0 } policy)
            headers.ContentSecurityPolicy = policy.Replace("frame-src ", $"frame-src {string.Join(' ', others.All)} ", StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}
