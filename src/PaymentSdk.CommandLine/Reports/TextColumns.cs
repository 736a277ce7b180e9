using System.Text;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Columns of text, as wide as what stands in them. A heading that begins with <c>&gt;</c> is set to the right.</summary>
internal sealed class TextColumns(params string[] headings)
{
    private const int Longest = 100;

    private readonly List<string[]> _rows = [[.. headings.Select(heading => heading.TrimStart('>'))]];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Clean)]);

    public void Write(TextWriter output)
    {
        var widths = headings.Select((_, column) => _rows.Max(row => Width(row[column]))).ToArray();
        foreach (var row in _rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => Pad(cell, widths[column], headings[column][0] == '>'))).TrimEnd());
    }

    private static string Pad(string cell, int width, bool right)
    {
        var space = new string(' ', width - Width(cell));
        return right ? space + cell : cell + space;
    }

    /// <summary>What the network sent cannot break the line or the terminal.</summary>
    private static string Clean(string cell)
    {
        var clean = new string([.. cell.Select(character => char.IsControl(character) ? ' ' : character)]);
        return clean.Length > Longest ? clean[..Longest] + "…" : clean;
    }

    /// <summary>Hangul and Chinese characters take two columns of a terminal.</summary>
    private static int Width(string cell) => cell.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60;
}
