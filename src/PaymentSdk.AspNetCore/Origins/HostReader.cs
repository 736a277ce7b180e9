using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Reads a host as the WHATWG URL standard does ("host parsing") and returns its canonical form.</summary>
internal static class HostReader
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f #%/:<>?@[\\]^|\u007f");

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>
    /// Whether names are mapped by UTS #46. False under invariant globalization, where the runtime maps names by an older rule (IDNA 2003).
    /// </summary>
    private static readonly bool MapsNames = TryMap("fa\u00df", out var mapped) && mapped == "xn--fa-hia";

    public static bool TryRead(string written, [NotNullWhen(true)] out string? host, [NotNullWhen(false)] out string? reason)
    {
        host = null;
        if (written.StartsWith('['))
            return Ipv6Reader.TryRead(written, out host, out reason);
        if (written.Length == 0)
        {
            reason = "it has no host";
            return false;
        }

        if (!TryToAscii(PercentDecoded(written), out var name) || name.Length == 0 || name.AsSpan().ContainsAny(Forbidden))
        {
            reason = "the host is not a valid name";
            return false;
        }

        if (Ipv4Reader.EndsInNumber(name))
            return Ipv4Reader.TryRead(name, out host, out reason);
        host = name;
        reason = null;
        return true;
    }

    private static string PercentDecoded(string written)
    {
        if (!written.Contains('%', StringComparison.Ordinal) && Ascii.IsValid(written))
            return written;
        var bytes = Encoding.UTF8.GetBytes(written);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var escaped = bytes[i] == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = escaped ? Convert.FromHexString(Encoding.ASCII.GetString(bytes, i + 1, 2))[0] : bytes[i];
            if (escaped)
                i += 2;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>
    /// Applies "domain to ASCII", not strict. An ASCII name is only lower-cased, even if it contains Punycode; every other name goes through UTS #46.
    /// </summary>
    private static bool TryToAscii(string name, out string ascii)
    {
        ascii = name.ToLowerInvariant();
        return Ascii.IsValid(name) || MapsNames && TryMap(name, out ascii);
    }

    private static bool TryMap(string name, out string ascii)
    {
        try
        {
            ascii = Idn.GetAscii(name).ToLowerInvariant();
            return true;
        }
        catch (ArgumentException)
        {
            ascii = "";
            return false;
        }
    }
}
