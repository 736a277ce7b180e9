using CheckoutDemo.Startup;

namespace CheckoutDemo.Lab;

/// <summary>
/// The settings <c>Lab:RegisteredUrl</c> and <c>Lab:UnregisteredUrl</c>: the http URLs on which the other origins listen. Port 0 selects a free port.
/// </summary>
internal sealed class LabSettings(IConfiguration configuration)
{
    private const string Registered = "Lab:RegisteredUrl";
    private const string Unregistered = "Lab:UnregisteredUrl";

    public string RegisteredUrl => configuration[Registered] is { Length: > 0 } url ? url : "http://localhost:5081";

    public string UnregisteredUrl => configuration[Unregistered] is { Length: > 0 } url ? url : "http://localhost:5082";

    /// <summary>The same URLs, but with a free port wherever none is configured, so that several demos can run on one machine.</summary>
    public IEnumerable<string> UrlsThatAreFree =>
        [configuration[Registered] is { Length: > 0 } first ? first : "http://localhost:0", configuration[Unregistered] is { Length: > 0 } second ? second : "http://localhost:0"];

    public IEnumerable<string> Urls => [RegisteredUrl, UnregisteredUrl];

    public IEnumerable<string> Faults()
    {
        foreach (var (name, url) in new[] { (Registered, RegisteredUrl), (Unregistered, UnregisteredUrl) })
        {
            if (!IsUsable(url))
                yield return $"{name} is '{url}'. Use an http address of this machine, for example http://localhost:5081.";
        }

        if (RegisteredUrl == UnregisteredUrl && !RegisteredUrl.TrimEnd('/').EndsWith(":0", StringComparison.Ordinal))
            yield return $"{Registered} and {Unregistered} are both '{RegisteredUrl}'. They must be two origins: give them different ports.";
    }

    private static bool IsUsable(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme == "http" && address.PathBase.Length == 0 && ShopOrigins.IsLocal(address.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
