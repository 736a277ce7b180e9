using System.Collections.Frozen;

namespace PaymentSdk.Values;

/// <summary>
/// The known values of one type and their spellings. The API spells a value in Korean or in English, depending on the language of the request
/// (docs/spec/payment-api.md §1.1). Case, spaces and underscores are ignored.
/// </summary>
internal sealed class OpenWords
{
    private readonly FrozenDictionary<string, string> _known;

    /// <param name="words">One array for each known value: the value first, then its other spellings.</param>
    public OpenWords(params string[][] words) =>
        _known = words
            .SelectMany(spellings => spellings.Select(spelling => KeyValuePair.Create(Key(spelling), spellings[0])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the known value that a text spells, or the text itself when it is not known.</summary>
    public string Known(string text) => _known.GetValueOrDefault(Key(text), text);

    private static string Key(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
