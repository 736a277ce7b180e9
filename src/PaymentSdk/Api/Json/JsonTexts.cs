using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PaymentSdk.Api.Json;

/// <summary>
/// Makes every text in a JSON body readable. JSON allows what no text can hold: half of a surrogate pair, escaped, and a body may
/// be anything but UTF-8. Readers of such a text throw, each in its own way, so that it is repaired before anything is read.
/// </summary>
internal static class JsonTexts
{
    private const int EscapeLength = 6;

    /// <summary>
    /// The same body, its texts readable: half of a surrogate pair becomes the text of its escape, so that two different ids stay
    /// different, and bytes that are not UTF-8 become U+FFFD. A body without such texts is given back as it is.
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
            // A backslash before the escape makes it a text of six characters.
            repaired.AddRange(body[copied..at]);
            repaired.Add((byte)'\\');
            copied = at;
        }

        repaired.AddRange(body[copied..]);
        return [.. repaired];
    }

    /// <summary>Where the next escape of half a surrogate pair begins; -1 when there is none.</summary>
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
