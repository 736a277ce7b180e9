using System.Net;
using System.Net.Sockets;

namespace PaymentSdk.Configuration;

/// <summary>The compiled form of <see cref="WebhookOptions.AllowedSources"/>.</summary>
internal sealed class WebhookSources(IReadOnlyList<IPNetwork> networks)
{
    /// <summary>
    /// Whether webhooks are accepted from this address. Without a list, every address is accepted; with a list, a missing address is never accepted.
    /// </summary>
    public bool Allow(IPAddress? address)
    {
        if (networks.Count == 0)
            return true;
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }

    /// <summary>Compiles sources that have been validated.</summary>
    public static WebhookSources Compile(WebhookOptions options) =>
        new([.. options.AllowedSources.Select(source => Read(source)!.Value)]);

    /// <summary>
    /// Reads an address or a network; null when the text is neither. Only the usual spelling is accepted, because <c>10.1</c> and <c>010.0.0.1</c>
    /// would be read as addresses other than those they seem to be.
    /// </summary>
    public static IPNetwork? Read(string? source)
    {
        if (IPNetwork.TryParse(source, out var network))
            return IsUsual(network.BaseAddress, source!.AsSpan(0, source!.IndexOf('/', StringComparison.Ordinal))) ? network : null;
        if (!IPAddress.TryParse(source, out var address) || !IsUsual(address, source))
            return null;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
    }

    private static bool IsUsual(IPAddress address, ReadOnlySpan<char> text) =>
        address.AddressFamily is not AddressFamily.InterNetwork || text.SequenceEqual(address.ToString());
}
