using System.Globalization;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Finds a known name that a person could mistake for a given one, because the two differ by a few edits only or are equal after similar letters are
/// unified. The cost of a search does not depend on the number of known names. If two names are at most two edits apart, they share at least one
/// third, so only names that share a third are compared, and only a few of them.
/// </summary>
internal sealed class LookAlike
{
    private const int Edits = 2;
    private const int Pieces = Edits + 1;
    private const int ShortestEdited = 5;
    private const int MostCompared = 8;
    private const int MostPerPiece = 4;

    private readonly Dictionary<string, string> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Length, int Piece), Dictionary<string, List<string>>> _pieces = [];

    /// <summary>Adds a name. If several added names look the same, the first one is found.</summary>
    public void Add(string name)
    {
        var plain = Plain(name);
        if (!_plain.TryAdd(plain, name) || plain.Length < ShortestEdited)
            return;
        for (var piece = 0; piece < Pieces; piece++)
        {
            var (start, length) = Piece(plain.Length, piece);
            if (!_pieces.TryGetValue((plain.Length, piece), out var byText))
                _pieces.Add((plain.Length, piece), byText = new(StringComparer.Ordinal));
            var text = plain.Substring(start, length);
            if (!byText.TryGetValue(text, out var names))
                byText.Add(text, names = []);
            if (names.Count < MostPerPiece)
                names.Add(plain);
        }
    }

    /// <summary>Returns a known name that looks like this one; null if there is none.</summary>
    public string? Find(string name)
    {
        var plain = Plain(name);
        if (_plain.TryGetValue(plain, out var same))
            return same;
        if (plain.Length < ShortestEdited)
            return null;
        var compared = 0;
        for (var length = Math.Max(ShortestEdited, plain.Length - Edits); length <= plain.Length + Edits; length++)
        {
            for (var piece = 0; piece < Pieces; piece++)
            {
                if (Find(plain, length, piece, ref compared) is { } found)
                    return _plain[found];
            }
        }

        return null;
    }

    private string? Find(string plain, int length, int piece, ref int compared)
    {
        if (!_pieces.TryGetValue((length, piece), out var byText))
            return null;
        var texts = byText.GetAlternateLookup<ReadOnlySpan<char>>();
        var (start, size) = Piece(length, piece);
        for (var at = Math.Max(0, start - Edits); at <= start + Edits && at + size <= plain.Length; at++)
        {
            if (!texts.TryGetValue(plain.AsSpan(at, size), out var names))
                continue;
            foreach (var known in names)
            {
                if (compared++ >= MostCompared)
                    return null;
                if (Distance(plain, known) <= Edits)
                    return known;
            }
        }

        return null;
    }

    private static (int Start, int Length) Piece(int length, int piece)
    {
        var start = length * piece / Pieces;
        return (start, (length * (piece + 1) / Pieces) - start);
    }

    private static string Plain(string name) => Unicode(name)
        .Replace("rn", "m", StringComparison.Ordinal)
        .Replace("vv", "w", StringComparison.Ordinal)
        .Replace('0', 'o')
        .Replace('1', 'l')
        .Replace('i', 'l')
        .Replace("-", "", StringComparison.Ordinal);

    private static string Unicode(string name)
    {
        try
        {
            return name.Contains("xn--", StringComparison.Ordinal) ? new IdnMapping().GetUnicode(name) : name;
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>Returns the number of letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }

        return previous[b.Length];
    }
}
