using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>One listening port that can be shut and opened again under the server that accepts from it.</summary>
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
            // A listener that was shut ends its accept with null; the next one accepts once the door is open.
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

    /// <summary>Opens the port before its time is over. Does nothing when it is open.</summary>
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
            // The server stops while the door is shut: it stays shut.
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
                // Another process took the port meanwhile: it stays shut until that process leaves it.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, _unbound.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A bound socket that does not listen refuses connections and keeps the port from being given to another process.</summary>
    private Socket Reserve()
    {
        var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(EndPoint);
        }
        catch (SocketException)
        {
            // Without the reservation the port is still shut.
        }

        return socket;
    }
}
