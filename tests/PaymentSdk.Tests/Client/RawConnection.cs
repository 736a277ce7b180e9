using System.Net.Sockets;
using System.Text;

namespace PaymentSdk.Tests.Client;

/// <summary>What a test may do to a request that was read.</summary>
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

    /// <summary>Says nothing until the test is over.</summary>
    public Task StayAsync() => Task.Delay(Timeout.Infinite, stop);
}
