using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What is wrong with an address that the shop wrote itself, for the start and for the doctor (docs/spec/origins.md §8).</summary>
/// <param name="Stops">Whether a shop with live keys must not start with it: buyers do not come back, or anybody on the way can send them elsewhere.</param>
/// <param name="Reason">What it does to buyers.</param>
/// <param name="Advice">What to write.</param>
internal sealed record PublicAddressRule(bool Stops, string Reason, string Advice)
{
    private static readonly PublicAddressRule OwnMachine = new(true, "buyers would be sent to their own machine.", "Write the address that buyers see, e.g. https://myshop.com.");
    private static readonly PublicAddressRule PlainHttp = new(true, "anybody on the way can change the page that the buyer returns to.", "Serve it over https, and write that address, e.g. https://myshop.com.");
    private static readonly PublicAddressRule OwnNetwork = new(false, "only browsers of the same network reach it.", "Write the address that buyers see, e.g. https://myshop.com.");

    /// <summary>The first rule that an address breaks outside Development; null when it breaks none.</summary>
    public static PublicAddressRule? BrokenBy(WebAddress address)
    {
        if (LoopbackHost.Is(address.Host))
            return OwnMachine;
        if (address.Scheme == "http")
            return PlainHttp;
        return PrivateHost.Is(address.Host) ? OwnNetwork : null;
    }
}
