
namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The origins that a page of this host can have when it is opened on this machine (Development only, docs/spec/origins.md §3).</summary>
internal static class OwnLoopbackOrigins
{
    public static IEnumerable<string> Of(string serverAddress)
    {
        if (!AddressText.TryCut(serverAddress, out var cut))
            return [];
        // Kestrel's way to say "every address" is no address of the web.
        var host = cut.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : cut.Host;
        if (!WebAddressReader.TryRead($"{cut.Scheme}://{host}:{cut.Port}", out var address, out _) || !LoopbackHost.Is(address.Host))
            return [];
        return address.Host switch
        {
            "localhost" => [address.Origin, (address with { Host = "127.0.0.1" }).Origin, (address with { Host = "[::1]" }).Origin],
            "127.0.0.1" or "[::1]" => [address.Origin, (address with { Host = "localhost" }).Origin],
            _ => [address.Origin],
        };
    }
}
