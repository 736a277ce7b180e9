using System.Net;
using System.Net.Sockets;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Forwards data between the ledger and a PostgreSQL server, and loses the answer to a COMMIT that took effect.</summary>
internal sealed class LossyWire : IAsyncDisposable
{
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly string _server;
    private readonly Task _accepting;
    private int _lost;
    private int _skip = -1;

    public LossyWire(string server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Lost => _lost;

    /// <summary>Loses the answer to one COMMIT, after the next <paramref name="skip"/> have been answered.</summary>
    public void LoseAfter(int skip) => Volatile.Write(ref _skip, skip);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true)
                running.Add(PassAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            try
            {
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server), _over.Token);
                await using var there = new NetworkStream(server);
                var here = client.GetStream();
                var back = new Answers();
                await await Task.WhenAny(ForwardAsync(here, there, back), back.PassAsync(there, here, _over.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // One of the two sides has disconnected.
            }
        }
    }

    private async Task ForwardAsync(NetworkStream here, NetworkStream there, Answers back)
    {
        var buffer = new byte[64 * 1024];
        while (await here.ReadAsync(buffer, _over.Token) is var read and > 0)
        {
            var sent = buffer.AsMemory(0, read);
            if (sent.Span.IndexOf(Commit) >= 0 && Volatile.Read(ref _skip) >= 0 && Interlocked.Decrement(ref _skip) == -1)
            {
                back.Swallow();
                await there.WriteAsync(sent, _over.Token);
                await back.Answered;
                Interlocked.Increment(ref _lost);
                return;
            }

            await there.WriteAsync(sent, _over.Token);
        }
    }

    private sealed class Answers
    {
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _swallows;

        public Task Answered => _answered.Task;

        public void Swallow() => _swallows = true;

        public async Task PassAsync(NetworkStream there, NetworkStream here, CancellationToken cancellationToken)
        {
            var buffer = new byte[64 * 1024];
            while (await there.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (_swallows)
                {
                    _answered.SetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                await here.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
    }
}
