using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Values;

/// <summary>
/// Converts texts from outside to a form that every database can store. A descriptive text is cleaned and cut. An id is never cut: if it cannot be
/// stored as received, its SHA-256 is stored and compared instead.
/// </summary>
internal static class StorableText
{
    /// <summary>The maximum length of a text that describes a payment.</summary>
    public const int Longest = 200;

    private const int LongestId = 200;
    private const int LongestCurrency = 16;

    /// <summary>
    /// Cleans a descriptive text. Control characters and unpaired surrogates are replaced, and the text is cut at <paramref name="longest"/>
    /// characters.
    /// </summary>
    public static string? Describe(string? text, int longest)
    {
        if (text is null || (text.Length <= longest && IsClean(text)))
            return text;
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Rune.IsControl(rune) ? Rune.ReplacementChar : rune;
            if (clean.Length + shown.Utf16SequenceLength > longest)
                break;
            clean.Append(shown.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Returns an id of the gateway in a form that can be stored.</summary>
    public static string? Id(string? id) =>
        id is null || (id.Length <= LongestId && IsClean(id)) ? id : "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>Returns a currency of the gateway in a form that can be stored. The gateway may send any text as a currency.</summary>
    public static Currency Of(Currency currency) => Currency.From(Describe(currency.Value, LongestCurrency));

    /// <summary>
    /// Whether a text of the shop or an operator can be stored and read: it has 1 to <paramref name="longest"/> characters, is not blank, and is
    /// clean.
    /// </summary>
    public static bool IsReadable([NotNullWhen(true)] string? text, int longest) =>
        text is { Length: >= 1 } && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && IsClean(text);

    /// <summary>Whether every database stores a text unchanged: it has no control characters and no unpaired surrogates.</summary>
    public static bool IsClean(string text) => !text.Any(char.IsControl) && IsWhole(text);

    /// <summary>Whether every surrogate in a text is part of a pair.</summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[++at]))
                return false;
        }

        return true;
    }
}
