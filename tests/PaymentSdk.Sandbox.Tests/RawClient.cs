using System.Net.Sockets;
using System.Text;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>Sends HTTP over a raw socket, because HttpClient does not show how a connection ended.</summary>
internal static class RawClient
{
    /// <summary>The received text, and whether the connection was reset (RST) instead of closed (FIN).</summary>
    internal sealed record Ending(string Text, bool Reset);

    public static async Task<Ending> ConfirmAsync(TestGateway shop, string paymentKey, string? key = null)
    {
        var body = $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{TestGateway.OrderId}}","amount":15000}""";
        return await SendAsync(shop, $"""
            POST /v1/payments/confirm HTTP/1.1
            Host: localhost
            Authorization: Basic {TestGateway.Basic($"{TestGateway.SecretKey}:")}
            Content-Type: application/json
            Content-Length: {body.Length}{(key is null ? "" : $"\nIdempotency-Key: {key}")}

            {body}
            """);
    }

    private static async Task<Ending> SendAsync(TestGateway shop, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(shop.Gateway.Address.Host, shop.Gateway.Address.Port, TestGateway.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ReplaceLineEndings("\r\n")), TestGateway.Token);
        var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, TestGateway.Token);
            return new Ending(Encoding.UTF8.GetString(received.ToArray()), Reset: false);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new Ending(Encoding.UTF8.GetString(received.ToArray()), Reset: true);
        }
    }
}
