using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CheckoutDemo.Startup;

/// <summary>
/// Binds a free port for port 0 before the host is built, because the shop's own origin must be registered by then. The server takes over the
/// bound socket, so that no other process can get the port in the meantime.
/// </summary>
internal static class FreePorts
{
    public static void Take(WebApplicationBuilder builder)
    {
        var taken = new Dictionary<EndPoint, Socket>();
        var addresses = (builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(address => WithPort(address, taken))
            .ToArray();
        if (taken.Count == 0)
            return;
        builder.WebHost.UseUrls(addresses);
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
            taken.Remove(endpoint, out var socket) ? socket : SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint));
    }

    private static string WithPort(string address, Dictionary<EndPoint, Socket> taken)
    {
        var asked = BindingAddress.Parse(address);
        if (asked.Port != 0)
            return address;
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(Interface(asked.Host), 0));
        taken[socket.LocalEndPoint!] = socket;
        return $"{asked.Scheme}://{asked.Host}:{((IPEndPoint)socket.LocalEndPoint!).Port}";
    }

    private static IPAddress Interface(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address
        : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
}
