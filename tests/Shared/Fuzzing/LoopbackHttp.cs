using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>A server on a real socket that answers each request with exactly the given bytes, over connections that stay open.</summary>
public sealed class LoopbackHttp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Ask, Answer> _answer;
    private readonly Task _accepting;

    public LoopbackHttp(Func<Ask, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>A request. Its idempotency key is null when the request has none.</summary>
    public sealed record Ask(string Method, string Path, string Body, string? Key);

    /// <summary>The bytes of an answer, and whether the connection is closed after them.</summary>
    public sealed record Answer(byte[] Bytes, bool Closes = false)
    {
        /// <summary>Returns an answer whose headers describe its body correctly.</summary>
        public static Answer Of(int status, byte[] body, string headers = "Content-Type: application/json\r\n") =>
            new([.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                serving.RemoveAll(task => task.IsCompleted);
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        connection.NoDelay = true;
        var stream = connection.GetStream();
        var received = new ArrayBufferWriter<byte>();
        try
        {
            while (await ReadAsync(stream, received) is { } ask)
            {
                var answer = _answer(ask);
                await stream.WriteAsync(answer.Bytes, _end.Token);
                if (answer.Closes)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            // The client has disconnected, or the test has ended.
        }
    }

    private async Task<Ask?> ReadAsync(NetworkStream stream, ArrayBufferWriter<byte> received)
    {
        received.ResetWrittenCount();
        while (true)
        {
            if (TryRead(received.WrittenSpan, out var ask))
                return ask;
            var count = await stream.ReadAsync(received.GetMemory(4096), _end.Token);
            if (count == 0)
                return null;
            received.Advance(count);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out Ask? ask)
    {
        ask = null;
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var lines = Encoding.Latin1.GetString(bytes[..head]).Split("\r\n");
        var length = int.Parse(Header(lines, "Content-Length:") ?? "0", CultureInfo.InvariantCulture);
        if (bytes.Length < head + 4 + length)
            return false;
        var first = lines[0].Split(' ');
        ask = new Ask(first[0], first[1], Encoding.UTF8.GetString(bytes.Slice(head + 4, length)), Header(lines, "Idempotency-Key:"));
        return true;
    }

    private static string? Header(IEnumerable<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..].Trim();
}
