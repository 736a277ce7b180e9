using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>
/// Every port that the gateway listens on, each of which can be shut for a while: new connections are refused by the operating system,
/// those that stand are reset. The books and the host live on behind it.
/// </summary>
internal sealed class FaultListenerFactory(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory
{
    private readonly SocketTransportFactory _sockets = new(options, loggers);
    private readonly ConcurrentBag<FaultListener> _doors = [];

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var door = new FaultListener(_sockets, await _sockets.BindAsync(endpoint, cancellationToken).ConfigureAwait(false));
        _doors.Add(door);
        return door;
    }

    /// <summary>Shuts every port; when the task ends they are shut. They open again after the time, which is real time.</summary>
    /// <param name="time">How long.</param>
    /// <param name="spared">The connection that asked for it and still has to be answered.</param>
    public async Task ShutAsync(TimeSpan time, string? spared)
    {
        foreach (var door in _doors)
            await door.ShutAsync(time, spared).ConfigureAwait(false);
    }

    /// <summary>Opens every port that is shut, before its time is over.</summary>
    public void Open()
    {
        foreach (var door in _doors)
            door.Open();
    }
}
