using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Tells a browser that left from a host that ended the request. The server fires its token when the connection is gone and, over HTTP/2
/// and HTTP/3, when the browser resets the one stream. Once a host puts a token of its own in its place, the server's is no longer told; so
/// it is kept here, before anything of the host's runs.
/// </summary>
internal sealed class RequestEnd : IHttpRequestLifetimeFeature
{
    private readonly IHttpRequestLifetimeFeature _server;
    private CancellationToken? _hosts;

    private RequestEnd(IHttpRequestLifetimeFeature server) => _server = server;

    public CancellationToken RequestAborted
    {
        get => _hosts ?? _server.RequestAborted;
        set => _hosts = value;
    }

    public void Abort() => _server.Abort();

    /// <summary>Keeps the server's own token of a request.</summary>
    public static void Keep(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestLifetimeFeature>() is { } server)
            context.Features.Set<IHttpRequestLifetimeFeature>(new RequestEnd(server));
    }

    /// <summary>Whether no caller is left to answer. In a host that replaces the feature itself, only the end of the connection is known.</summary>
    public static bool HasBrowserLeft(HttpContext context) => context.Features.Get<IHttpRequestLifetimeFeature>() is RequestEnd kept
        ? kept._server.RequestAborted.IsCancellationRequested
        : context.Features.Get<IConnectionLifetimeFeature>() is { ConnectionClosed.IsCancellationRequested: true };
}
