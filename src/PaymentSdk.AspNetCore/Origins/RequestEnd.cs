using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Distinguishes a browser that left from a host that ended the request. The server's token fires when the connection is closed and, over HTTP/2
/// and HTTP/3, when the browser resets the one stream. Once a host replaces that token with its own, the server's token can no longer be read. It
/// is therefore stored here before any code of the host runs.
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

    /// <summary>Stores the server's own token of a request.</summary>
    public static void Keep(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestLifetimeFeature>() is { } server)
            context.Features.Set<IHttpRequestLifetimeFeature>(new RequestEnd(server));
    }

    /// <summary>
    /// Returns true if no caller is left to answer. In a host that replaces the feature itself, only the end of the connection is known.
    /// </summary>
    public static bool HasBrowserLeft(HttpContext context) => context.Features.Get<IHttpRequestLifetimeFeature>() is RequestEnd kept
        ? kept._server.RequestAborted.IsCancellationRequested
        : context.Features.Get<IConnectionLifetimeFeature>() is { ConnectionClosed.IsCancellationRequested: true };
}
