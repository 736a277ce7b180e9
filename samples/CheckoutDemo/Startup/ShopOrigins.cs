using System.Net;

namespace CheckoutDemo.Startup;

/// <summary>Finds the origins of the shop's own pages, which are the addresses that it listens on.</summary>
internal static class ShopOrigins
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// Returns the origins of the shop's own pages. Browsers on this machine reach an address on every interface as localhost, and localhost also by
    /// its IP addresses; each name is a separate origin. An http origin that other machines can reach must be set in
    /// <c>Payment:MerchantOrigins</c>, where it needs an opt-in (docs/spec/origins.md §3).
    /// </summary>
    public static string[] OwnOrigins(this WebApplicationBuilder builder) =>
        [.. Addresses(builder).Select(BindingAddress.Parse).Where(IsOurs).SelectMany(Names).Distinct()];

    /// <summary>
    /// Returns the webhook URL of this shop for the sandbox, with http if possible; null if even the browsers on this machine cannot reach the shop.
    /// </summary>
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

    /// <summary>Returns true if browsers on this machine reach the host at a loopback address.</summary>
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

    /// <summary>Returns the origin that a browser on this machine uses for an address that a server listens on.</summary>
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
