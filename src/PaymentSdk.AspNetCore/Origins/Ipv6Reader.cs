using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Reads a bracketed IPv6 address and writes it in its shortest form (WHATWG URL, "IPv6 parser" and "IPv6 serializer").</summary>
internal static class Ipv6Reader
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static bool TryRead(string written, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out string? reason)
    {
        address = null;
        reason = "the brackets do not hold an IPv6 address";
        if (!written.EndsWith(']'))
            return false;
        var inner = written.AsSpan(1, written.Length - 2);
        // The framework's parser also accepts zones, prefixes and ports, which are not part of a host.
        if (inner.ContainsAnyExcept(Characters) || !FitsTheGrammar(inner)
            || !IPAddress.TryParse(inner, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        address = Serialize(parsed);
        reason = null;
        return true;
    }

    /// <summary>Returns true if every piece has one to four digits, and a dotted tail has four plain decimal numbers without leading zeros.</summary>
    private static bool FitsTheGrammar(ReadOnlySpan<char> inner)
    {
        var tail = inner[(inner.LastIndexOf(':') + 1)..];
        foreach (var range in inner.Split(':'))
        {
            if (inner[range].Length > 4 && !inner[range].Contains('.'))
                return false;
        }

        return !inner.Contains('.') || IsPlainDotted(tail) && !inner[..^tail.Length].Contains('.');
    }

    private static bool IsPlainDotted(ReadOnlySpan<char> tail)
    {
        var parts = 0;
        foreach (var range in tail.Split('.'))
        {
            var part = tail[range];
            parts++;
            if (part.Length is 0 or > 3 || part.ContainsAnyExceptInRange('0', '9') || part.Length > 1 && part[0] == '0'
                || int.Parse(part, CultureInfo.InvariantCulture) > 255)
                return false;
        }

        return parts == 4;
    }

    private static string Serialize(IPAddress parsed)
    {
        var bytes = parsed.GetAddressBytes();
        var pieces = new string[8];
        for (var i = 0; i < 8; i++)
            pieces[i] = ((bytes[2 * i] << 8) | bytes[2 * i + 1]).ToString("x", CultureInfo.InvariantCulture);
        var (start, length) = LongestZeros(pieces);
        if (length < 2)
            return $"[{string.Join(':', pieces)}]";
        return $"[{string.Join(':', pieces[..start])}::{string.Join(':', pieces[(start + length)..])}]";
    }

    private static (int Start, int Length) LongestZeros(string[] pieces)
    {
        var best = (Start: 0, Length: 0);
        var length = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            length = pieces[i] == "0" ? length + 1 : 0;
            if (length > best.Length)
                best = (i - length + 1, length);
        }

        return best;
    }
}
