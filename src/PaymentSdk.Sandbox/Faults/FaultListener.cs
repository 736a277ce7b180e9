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
    private readonly Lock _lock = new();
    private volatile IConnectionListener _listener = listener;
    private volatile Closing? _closing;

    public EndPoint EndPoint { get; } = listener.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // The accept of a closed listener returns null. The next listener accepts after the port has been reopened.
            if (await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } connection)
                return Watch(connection);
            await OpenedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_unbound.IsCancellationRequested)
                return null;
        }
    }

    /// <summary>Closes the port. If it is already closed, it stays closed until the later of the two times.</summary>
    public async Task ShutAsync(TimeSpan time, string? spared)
    {
        Closing? closing = null;
        while (closing is null)
        {
            Closing? before;
            lock (_lock)
            {
                before = _closing;
                if (before?.TryExtend(time) == true)
                    return;
                if (before is null)
                    _closing = closing = new Closing(time);
            }

            if (before is null)
                continue;
            // The port is being reopened. It is closed again after that.
            await before.Opened.Task.ConfigureAwait(false);
            if (_unbound.IsCancellationRequested)
                return;
        }

        try
        {
            await _listener.UnbindAsync().ConfigureAwait(false);
        }
        catch
        {
            End(closing);
            throw;
        }

        foreach (var connection in _connections.Values.Where(connection => connection.ConnectionId != spared))
            connection.Abort(new ConnectionAbortedException("The sandbox refuses connections."));
        _ = OpenAsync(closing);
    }

    /// <summary>Opens the port early. Does nothing if it is open.</summary>
    public void Open()
    {
        lock (_lock)
            _closing?.End();
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _unbound.CancelAsync().ConfigureAwait(false);
        await OpenedAsync().ConfigureAwait(false);
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

    private Task OpenedAsync() => _closing?.Opened.Task ?? Task.CompletedTask;

    private async Task OpenAsync(Closing closing)
    {
        try
        {
            using (Reserve())
            {
                while (Remaining(closing) is { } remaining)
                {
                    await closing.Ended.WaitAsync(remaining, TimeProvider.System, _unbound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    _unbound.Token.ThrowIfCancellationRequested();
                }
            }

            _listener = await BindAgainAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops while the port is closed, so the port stays closed.
        }
        finally
        {
            End(closing);
        }
    }

    private void End(Closing closing)
    {
        _closing = null;
        closing.Opened.SetResult();
    }

    /// <summary>Returns how much longer the port stays closed; null when it is time to open it, which can no longer be delayed then.</summary>
    private TimeSpan? Remaining(Closing closing)
    {
        lock (_lock)
            return closing.Remaining();
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

    /// <summary>One time for which the port is closed. The members are called under the listener's lock.</summary>
    private sealed class Closing(TimeSpan time)
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _until = After(time);
        private bool _isOver;

        /// <summary>Completes when the port is open again, or when the server stops.</summary>
        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when the faults were cleared.</summary>
        public Task Ended => _ended.Task;

        public bool TryExtend(TimeSpan time)
        {
            if (_isOver)
                return false;
            _until = Math.Max(_until, After(time));
            return true;
        }

        public void End()
        {
            _isOver = true;
            _ended.TrySetResult();
        }

        public TimeSpan? Remaining()
        {
            var remaining = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), _until);
            _isOver |= remaining <= TimeSpan.Zero;
            return _isOver ? null : remaining;
        }

        private static long After(TimeSpan time) => TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);
    }
}
