using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PaymentSdk.Sandbox.Values;

/// <summary>Opens the addresses of the options, beside any that the Kestrel hook adds.</summary>
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

    /// <summary>Whether only this machine reaches a server there.</summary>
    public static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The address that a client on this machine uses for an endpoint bound to every interface.</summary>
    public static Uri Reachable(string bound) =>
        new(bound.Replace("//[::]:", "//localhost:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal));
}
