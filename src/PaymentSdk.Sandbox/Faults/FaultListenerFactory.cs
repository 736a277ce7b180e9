using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>
/// The ports of the gateway, which can be closed for a while. The operating system then refuses new connections, and existing connections are
/// reset. The host and its stores keep running.
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

    /// <summary>Closes every port. The task completes when all are closed. They reopen after <paramref name="time"/>, which is real time.</summary>
    /// <param name="time">The time for which the ports stay closed.</param>
    /// <param name="spared">
    /// The id of the connection whose request closes the ports. It is not reset, because the request must still be answered. Null to reset all
    /// connections.
    /// </param>
    public async Task ShutAsync(TimeSpan time, string? spared)
    {
        foreach (var door in _doors)
            await door.ShutAsync(time, spared).ConfigureAwait(false);
    }

    /// <summary>Opens every closed port early.</summary>
    public void Open()
    {
        foreach (var door in _doors)
            door.Open();
    }
}
