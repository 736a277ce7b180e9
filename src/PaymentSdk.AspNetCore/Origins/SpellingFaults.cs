using System.Text;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Describes in words how an address differs from its own origin.</summary>
internal static class SpellingFaults
{
    public static string List(string text, WebAddress address)
    {
        List<string> faults = [];
        if (text.AsSpan().IndexOfAnyInRange('\0', ' ') >= 0)
            faults.Add("spaces or control characters");
        if (AddressText.TryCut(text, out var cut))
        {
            if (cut.Slashes != "//")
                faults.Add("wrong slashes after the scheme");
            if (cut.User is not null)
                faults.Add("a user name");
            AddHostFaults(faults, cut, address);
            AddPortFaults(faults, cut, address);
            AddTailFaults(faults, cut.Tail);
        }

        return faults.Count == 0 ? "it is not spelled as browsers send it" : $"it has {Joined(faults)}";
    }

    private static void AddHostFaults(List<string> faults, AddressText cut, WebAddress address)
    {
        if (cut.Scheme.Any(char.IsAsciiLetterUpper) || cut.Host.Any(char.IsAsciiLetterUpper))
            faults.Add("upper case letters");
        if (!Ascii.IsValid(cut.Host) || cut.Host.Contains('%', StringComparison.Ordinal))
            faults.Add("a host that browsers send in another form");
        else if (!cut.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase))
            faults.Add(address.IsIpAddress ? "an IP address that is not in canonical form" : "a host that is not in canonical form");
    }

    private static void AddPortFaults(List<string> faults, AddressText cut, WebAddress address)
    {
        if (cut.Port is "")
            faults.Add("a colon without a port");
        else if (cut.Port is ['0', ..])
            faults.Add("leading zeros in the port");
        if (!string.IsNullOrEmpty(cut.Port) && address.HasDefaultPort)
            faults.Add("the default port of its scheme");
    }

    private static void AddTailFaults(List<string> faults, string tail)
    {
        if (tail is "/")
            faults.Add("a trailing slash");
        else if (tail is ['/' or '\\', ..])
            faults.Add("a path");
        if (tail.Contains('#', StringComparison.Ordinal))
            faults.Add("a fragment");
        if (tail.Split('#')[0].Contains('?', StringComparison.Ordinal))
            faults.Add("a query");
    }

    private static string Joined(List<string> faults) =>
        faults.Count == 1 ? faults[0] : $"{string.Join(", ", faults[..^1])} and {faults[^1]}";
}
