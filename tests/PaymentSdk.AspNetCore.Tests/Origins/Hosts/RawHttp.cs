using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>Sends requests byte for byte, because HttpClient would join, reorder or refuse headers.</summary>
public static class RawHttp
{
    public static async Task<RawResponse> SendAsync(int port, byte[] request)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(request, deadline.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, deadline.Token);
        return RawResponse.Parse(answer.ToArray());
    }

    /// <summary>Sends one request on a separate connection. A body is sent with its length; headers are sent as given, one per line.</summary>
    public static Task<RawResponse> SendAsync(int port, string method, string path, string body = "", params string[] headers)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n");
        foreach (var header in headers)
            text.Append(header).Append("\r\n");
        if (body.Length > 0)
            text.Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        else if (method == "POST")
            text.Append("Content-Length: 0\r\n");
        text.Append("\r\n").Append(body);
        return SendAsync(port, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
