using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PaymentSdk.Tests.Client;

/// <summary>A server on a plain socket that handles each request as a test defines, and records what it received.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly Func<RawConnection, int, Task> _answer;
    private readonly Task _accepting;

    /// <param name="answer">Handles each request after it was read completely; the number counts the requests from 1.</param>
    public RawServer(Func<RawConnection, int, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<RawRequest> Requests => [.. _requests];

    /// <summary>Whether connections are reset before anything is read from them.</summary>
    public bool ResetOnAccept { get; set; }

    /// <summary>The certificate for a TLS handshake, after which no request is answered; null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; set; }

    public static RawServer Always(int status, string body, string headers = "") => new((connection, _) => connection.SendAsync(status, body, headers));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (ResetOnAccept)
                {
                    client.LingerState = new LingerOption(true, 0);
                    return;
                }
                var stream = client.GetStream();
                if (Certificate is not null)
                {
                    await using var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(Certificate);
                    await RawRequest.ReadAsync(tls, _stop.Token);
                    return;
                }
                while (await RawRequest.ReadAsync(stream, _stop.Token) is { } request)
                {
                    _requests.Enqueue(request);
                    await _answer(new RawConnection(client, _stop.Token), _requests.Count);
                    if (!client.Connected)
                        return;
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException or InvalidOperationException or AuthenticationException)
            {
                // The client has closed the connection, or the test has ended.
            }
        }
    }
}
