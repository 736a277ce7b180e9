using System.Net;
using System.Net.Sockets;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Hosts that a browser on the internet cannot reach: this machine, private and link-local addresses, names without a dot and reserved names.
/// </summary>
internal static class PrivateHost
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8" }
            .Select(IPNetwork.Parse),
    ];

    // The names of RFC 6761, RFC 6762 with its appendix G, RFC 8375 and RFC 7686, and the name that ICANN reserved for private use. The last two
    // names are in none of these documents but never become public: the domain of Kubernetes services, and the default domain of many machines.
    private static readonly string[] ReservedNames =
    [
        ".localhost", ".local", ".internal", ".home.arpa", ".test", ".invalid", ".onion",
        ".intranet", ".private", ".corp", ".home", ".lan", ".svc", ".localdomain",
    ];

    public static bool Is(string canonicalHost)
    {
        if (IPAddress.TryParse(canonicalHost, out var address))
            return IsPrivate(address);
        var name = canonicalHost.TrimEnd('.');
        return !name.Contains('.', StringComparison.Ordinal) || ReservedNames.Any(reserved => name.EndsWith(reserved, StringComparison.Ordinal));
    }

    private static bool IsPrivate(IPAddress address)
    {
        var plain = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return Networks.Any(network => network.Contains(plain));
    }
}
