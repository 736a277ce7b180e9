using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Reads an IPv4 address in any form that browsers accept (short, octal or hexadecimal) and writes it in dotted form (WHATWG URL, "IPv4 parser").
/// </summary>
internal static class Ipv4Reader
{
    /// <summary>Returns true if a browser would take the host for an IPv4 address, because its last label is a number.</summary>
    public static bool EndsInNumber(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (IsDigits(last) || TryReadNumber(last, out _));
    }

    public static bool TryRead(string host, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out string? reason)
    {
        address = null;
        reason = "the host ends in a number but is not an IPv4 address";
        var parts = (host.EndsWith('.') ? host[..^1] : host).Split('.');
        if (parts.Length > 4)
            return false;
        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryReadNumber(parts[i], out var number))
                return false;
            var last = i == parts.Length - 1;
            if (number > (last ? LargestLast(parts.Length) : 255))
                return false;
            value += last ? number : number << (8 * (3 - i));
        }

        address = string.Create(CultureInfo.InvariantCulture, $"{value >> 24}.{(value >> 16) & 255}.{(value >> 8) & 255}.{value & 255}");
        reason = null;
        return true;
    }

    private static ulong LargestLast(int parts) => (1UL << (8 * (5 - parts))) - 1;

    private static bool IsDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool TryReadNumber(string text, out ulong value)
    {
        value = 0;
        if (text.Length == 0)
            return false;
        var (digits, radix) = text switch
        {
            _ when text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) => (text[2..], 16u),
            ['0', _, ..] => (text[1..], 8u),
            _ => (text, 10u),
        };
        foreach (var character in digits)
        {
            var digit = char.IsAsciiHexDigit(character) ? (uint)Convert.ToInt32(character.ToString(), 16) : 16;
            if (digit >= radix)
                return false;
            value = Math.Min(value * radix + digit, uint.MaxValue + 1UL);
        }

        return true;
    }
}
