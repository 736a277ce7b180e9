using System.Text.RegularExpressions;

namespace PaymentSdk.Tests.Architecture;

/// <summary>
/// The sections of a document that can be cited: its numbered headings (<c>5</c>, <c>2.9</c>), its appendices (<c>appendix C</c>), and
/// the numbered items of a section (<c>3.1</c> is item 1 of section 3).
/// </summary>
internal sealed partial record SpecSections(IReadOnlySet<string> Names, IReadOnlyList<string> GivenTwice)
{
    public static SpecSections Of(string markdown)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var twice = new List<string>();
        var items = new HashSet<string>(StringComparer.Ordinal);
        var section = "";
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                section = heading.Groups["name"].Value;
                if (!names.Add(section))
                    twice.Add(section);
            }
            else if (Item().Match(line) is { Success: true } item && section.Length > 0)
            {
                items.Add($"{section}.{item.Groups["number"].Value}");
            }
        }

        names.UnionWith(items);
        return new SpecSections(names, twice);
    }

    [GeneratedRegex(@"^#{2,4} (?<name>\d+(?:\.\d+)*|Appendix [A-Z])(?:\.| )")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<number>\d+)\. ")]
    private static partial Regex Item();
}
