namespace PaymentSdk.Api.Wire;

/// <summary>Makes text from the network safe for a log or message: cuts it, and escapes all but printable ASCII (docs/spec/money.md §10).</summary>
internal static class PrintableText
{
    private const int Longest = 100;

    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var cut = text.Length > Longest ? text[..Longest] : text;
        return cut.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(cut.Select(Escape)) : cut;
    }

    private static string Escape(char character) =>
        character is >= ' ' and <= '~' ? character.ToString() : $"\\u{(int)character:x4}";
}
