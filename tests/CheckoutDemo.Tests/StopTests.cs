using System.Net.Sockets;
using System.Text;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>
/// Service managers and container hosts stop a shop with SIGTERM, and kill a process that does not end in time.
/// </summary>
public sealed class StopTests
{
    /// <summary>Service managers wait at least 10 seconds. The limit is longer, because processes end more slowly on a loaded machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_shop_under_load_stops_though_connections_are_open_and_a_confirm_hangs_at_the_gateway()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 10; i++)
            {
                connections.Add(await ConnectAsync(demo.Process.Shop, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                connections.Add(await ConnectAsync(demo.Process.Shop, "GET /health HTTP/1.1\r\nHost: loc"));
                connections.Add(await ConnectAsync(demo.Process.Shop, $"POST /api/orders HTTP/1.1\r\nHost: {demo.Process.Shop.Authority}\r\nOrigin: {demo.Address}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{"));
                connections.Add(await ConnectAsync(demo.Process.Sandbox, "POST /v1/payments/confirm HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{"));
            }

            var orderId = (await demo.OpenOrderAsync()).GetProperty("orderId").GetString()!;
            var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, 38_000);
            await demo.Sandbox.ArmAsync(new { operation = "any", kind = "delay-after-work", delay = "00:05:00" });
            var hangs = demo.ConfirmAsync(paymentKey, orderId, 38_000);
            await Until.TrueAsync(async () => (await demo.Sandbox.ExecutionsOfAsync(orderId)).Length == 1);

            Assert.Equal(0, await demo.Process.TerminateAsync(Limit));

            await Assert.ThrowsAnyAsync<HttpRequestException>(() => hangs);
            Assert.DoesNotContain("Unhandled exception", demo.Process.Output, StringComparison.Ordinal);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task<TcpClient> ConnectAsync(Uri address, string begin)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begin), TestContext.Current.CancellationToken);
        return connection;
    }
}
