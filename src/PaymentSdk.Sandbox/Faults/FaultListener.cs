using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>A listening port that can be closed and reopened while the server keeps accepting from it.</summary>
internal sealed class FaultListener(IConnectionListenerFactory sockets, IConnectionListener listener) : IConnectionListener
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _connections = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _unbound = new();
    private volatile IConnectionListener _listener = listener;
    private volatile Task _open = Task.CompletedTask;
    private volatile TaskCompletionSource _early = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EndPoint EndPoint { get; } = listener.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // The accept of a closed listener returns null. The next listener accepts after the port has been reopened.
            if (await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } connection)
                return Watch(connection);
            await _open.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_unbound.IsCancellationRequested)
                return null;
        }
    }

    public async Task ShutAsync(TimeSpan time, string? spared)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_open.IsCompleted)
            return;
        _open = opened.Task;
        _early = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _listener.UnbindAsync().ConfigureAwait(false);
        foreach (var connection in _connections.Values.Where(connection => connection.ConnectionId != spared))
            connection.Abort(new ConnectionAbortedException("The sandbox refuses connections."));
        _ = OpenAsync(time, opened);
    }

    /// <summary>Opens the port early. Does nothing if it is open.</summary>
    public void Open() => _early.TrySetResult();

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _unbound.CancelAsync().ConfigureAwait(false);
        await _open.ConfigureAwait(false);
        await _listener.UnbindAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        _unbound.Dispose();
    }

    private ConnectionContext Watch(ConnectionContext connection)
    {
        _connections[connection.ConnectionId] = connection;
        connection.ConnectionClosed.Register(() => _connections.TryRemove(connection.ConnectionId, out _));
        return connection;
    }

    private async Task OpenAsync(TimeSpan time, TaskCompletionSource opened)
    {
        try
        {
            using (Reserve())
            {
                await _early.Task.WaitAsync(time, TimeProvider.System, _unbound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _unbound.Token.ThrowIfCancellationRequested();
            }

            _listener = await BindAgainAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops while the port is closed, so the port stays closed.
        }
        finally
        {
            opened.SetResult();
        }
    }

    private async Task<IConnectionListener> BindAgainAsync()
    {
        while (true)
        {
            try
            {
                return await sockets.BindAsync(EndPoint, _unbound.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is AddressInUseException or SocketException)
            {
                // Another process took the port in the meantime. The port stays closed until that process releases it.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, _unbound.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reserves the port with a bound socket that does not listen: it refuses connections, and no other process can get the port.</summary>
    private Socket Reserve()
    {
        var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(EndPoint);
        }
        catch (SocketException)
        {
            // The port is closed even without the reservation.
        }

        return socket;
    }
}
