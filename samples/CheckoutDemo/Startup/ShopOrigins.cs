using System.Net;

namespace CheckoutDemo.Startup;

/// <summary>The origins of the shop's own pages: the addresses it listens on.</summary>
internal static class ShopOrigins
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// An address on every interface is known to the browsers of this machine as localhost, and localhost by its numbers too: each
    /// name is an origin. Plain http on a name that others can reach is left to <c>Payment:MerchantOrigins</c>, where it needs an
    /// opt-in (docs/spec/origins.md §3).
    /// </summary>
    public static string[] OwnOrigins(this WebApplicationBuilder builder) =>
        [.. Addresses(builder).Select(BindingAddress.Parse).Where(IsOurs).SelectMany(Names).Distinct()];

    /// <summary>Where the sandbox sends its webhooks: this shop, by plain http where it can; null when no browser of this machine reaches it either.</summary>
    public static string? OwnWebhooks(this WebApplicationBuilder builder) =>
        builder.OwnOrigins().OrderBy(origin => origin.StartsWith("https", StringComparison.Ordinal)).FirstOrDefault() is { } own ? $"{own}/payments/webhooks" : null;

    private static IEnumerable<string> Addresses(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        return Split(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey))
            .Concat(Split(settings[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"))
            .Concat(Split(settings[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"))
            .Concat(settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>());
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsOurs(BindingAddress address) => address.Scheme == "https" || IsLocal(address.Host);

    /// <summary>Whether browsers of this machine reach the host by a loopback address.</summary>
    public static bool IsLocal(string host) =>
        host is "*" or "+" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && (IPAddress.IsLoopback(ip) || IsEvery(ip));

    private static bool IsEvery(IPAddress ip) => ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any);

    private static IEnumerable<string> Names(BindingAddress address)
    {
        var origin = Written(address);
        var name = Loopback.FirstOrDefault(name => origin == Origin(address, name));
        return name is null ? [origin] : [origin, .. Loopback.Select(other => Origin(address, other))];
    }

    /// <summary>The origin that a browser of this machine gives to an address which a server listens on.</summary>
    public static string Written(BindingAddress address)
    {
        var every = address.Host is "*" or "+" || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IsEvery(ip);
        return Origin(address, every ? "localhost" : address.Host.ToLowerInvariant());
    }

    private static string Origin(BindingAddress address, string host)
    {
        var isDefault = address.Port == (address.Scheme == "https" ? 443 : 80);
        return $"{address.Scheme}://{host}{(isDefault ? "" : $":{address.Port}")}";
    }
}
