using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PaymentSdk.Sandbox.Values;

/// <summary>Opens the addresses of the options, in addition to any that the Kestrel hook adds.</summary>
internal static class Listening
{
    public static void ListenOn(this KestrelServerOptions kestrel, string url)
    {
        var address = BindingAddress.Parse(url);
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port);
        else if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) && address.Port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            kestrel.ListenLocalhost(address.Port);
        else
            kestrel.ListenAnyIP(address.Port);
    }

    /// <summary>Returns true if only this machine can reach a server at the host.</summary>
    public static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Returns the URL at which a client on this machine reaches an endpoint that is bound to every interface.</summary>
    public static Uri Reachable(string bound) =>
        new(bound.Replace("//[::]:", "//localhost:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal));
}
