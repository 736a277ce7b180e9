using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Values;

/// <summary>
/// Texts from outside as every database can store them. Descriptive text is cleaned and cut; an id is never cut: one that cannot
/// be stored is kept, and compared, as its SHA-256.
/// </summary>
internal static class StorableText
{
    /// <summary>The longest text that describes a payment.</summary>
    public const int Longest = 200;

    private const int LongestId = 200;
    private const int LongestCurrency = 16;

    /// <summary>A text that describes: control characters and broken surrogates are replaced, the rest is cut.</summary>
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

    /// <summary>An id of the gateway.</summary>
    public static string? Id(string? id) =>
        id is null || (id.Length <= LongestId && IsClean(id)) ? id : "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>A currency of the gateway, which may have named anything.</summary>
    public static Currency Of(Currency currency) => Currency.From(Describe(currency.Value, LongestCurrency));

    /// <summary>Whether a text of the shop or an operator can be stored and read: 1 to <paramref name="longest"/> characters, not only blanks, and clean.</summary>
    public static bool IsReadable([NotNullWhen(true)] string? text, int longest) =>
        text is { Length: >= 1 } && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && IsClean(text);

    /// <summary>Whether every database stores a text as it is: no control characters, and no half of a surrogate pair.</summary>
    public static bool IsClean(string text) => !text.Any(char.IsControl) && IsWhole(text);

    /// <summary>Whether every surrogate has its other half.</summary>
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
