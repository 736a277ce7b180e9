using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Reads the origin of an absolute http or https address as the WHATWG URL standard does. System.Uri follows other rules (docs/spec/origins.md §1).
/// </summary>
internal static class WebAddressReader
{
    public static bool TryRead(string text, [NotNullWhen(true)] out WebAddress? address, [NotNullWhen(false)] out string? reason)
    {
        address = null;
        if (!AddressText.TryCut(text, out var cut))
        {
            reason = "it has no scheme";
            return false;
        }

        var scheme = cut.Scheme.ToLowerInvariant();
        if (scheme is not ("http" or "https"))
        {
            reason = $"the scheme '{scheme}' is neither https nor http";
            return false;
        }

        if (!HostReader.TryRead(cut.Host, out var host, out reason) || !TryReadPort(cut.Port, scheme, out var port, out reason))
            return false;
        address = new WebAddress(scheme, host, port);
        return true;
    }

    private static bool TryReadPort(string? written, string scheme, out int port, [NotNullWhen(false)] out string? reason)
    {
        port = 0;
        reason = null;
        if (string.IsNullOrEmpty(written))
        {
            port = WebAddress.DefaultPort(scheme);
            return true;
        }

        foreach (var character in written)
        {
            port = char.IsAsciiDigit(character) ? port * 10 + (character - '0') : int.MaxValue;
            if (port <= 65535)
                continue;
            reason = port == int.MaxValue ? "the port is not a number" : "the port is greater than 65535";
            return false;
        }

        return true;
    }
}
