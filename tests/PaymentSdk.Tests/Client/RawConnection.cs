using System.Net.Sockets;
using System.Text;

namespace PaymentSdk.Tests.Client;

/// <summary>A connection on which a request was read, and the ways in which a test can answer it.</summary>
internal sealed class RawConnection(TcpClient client, CancellationToken stop)
{
    public async Task SendAsync(int status, string body, string headers = "")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await WriteAsync($"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n{headers}\r\n");
        await client.GetStream().WriteAsync(bytes, stop);
    }

    public async Task WriteAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    public Task CloseAsync()
    {
        client.Client.Shutdown(SocketShutdown.Both);
        client.Close();
        return Task.CompletedTask;
    }

    public Task ResetAsync()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
        return Task.CompletedTask;
    }

    /// <summary>Keeps the connection open without an answer until the server stops.</summary>
    public Task StayAsync() => Task.Delay(Timeout.Infinite, stop);
}
