using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PaymentSdk.Api.Json;

/// <summary>
/// Makes every string in a JSON body readable. JSON may contain an escaped half of a surrogate pair, which no .NET string reader accepts,
/// and a body may contain bytes that are not UTF-8. Readers throw different exceptions for them, so a body is repaired before it is read.
/// </summary>
internal static class JsonTexts
{
    private const int EscapeLength = 6;

    /// <summary>
    /// Returns the body with readable strings. Half of a surrogate pair is replaced by the text of its escape, so that two different ids stay
    /// different. Bytes that are not UTF-8 become U+FFFD. A body that needs no repair is returned unchanged, except for its byte order mark.
    /// </summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(body.Span))
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        return FindHalf(body.Span, 0) < 0 ? body : WithoutHalves(body.Span);
    }

    private static byte[] WithoutHalves(ReadOnlySpan<byte> body)
    {
        var repaired = new List<byte>(body.Length + 64);
        var copied = 0;
        for (var at = FindHalf(body, 0); at >= 0; at = FindHalf(body, at + EscapeLength))
        {
            // A backslash before the escape turns it into the text of the escape.
            repaired.AddRange(body[copied..at]);
            repaired.Add((byte)'\\');
            copied = at;
        }

        repaired.AddRange(body[copied..]);
        return [.. repaired];
    }

    /// <summary>Returns the position of the next escaped half of a surrogate pair; -1 when there is none.</summary>
    private static int FindHalf(ReadOnlySpan<byte> body, int from)
    {
        for (var at = from; at < body.Length;)
        {
            var next = body[at..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;
            at += next;
            if (!TryReadEscape(body[at..], out var unit))
                at += 2;
            else if (!char.IsSurrogate(unit))
                at += EscapeLength;
            else if (char.IsHighSurrogate(unit) && TryReadEscape(body[(at + EscapeLength)..], out var low) && char.IsLowSurrogate(low))
                at += 2 * EscapeLength;
            else
                return at;
        }

        return -1;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < EscapeLength || text[0] != '\\' || text[1] != 'u'
            || !ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        unit = (char)code;
        return true;
    }
}
