using System.Text;
using System.Text.RegularExpressions;

namespace PaymentSdk.Tests.Architecture;

/// <summary>The links of a Markdown file to files of the repository, and the anchors of its headings.</summary>
internal static partial class MarkdownLinks
{
    /// <summary>Returns the targets of the links to files of the repository, as written: <c>spec/money.md#5-recovery</c>.</summary>
    public static IEnumerable<string> TargetsIn(string markdown) =>
        Link().Matches(Code().Replace(markdown, "")).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>Returns the anchors of the headings, as GitHub generates them.</summary>
    public static IReadOnlySet<string> AnchorsIn(string markdown) =>
        Heading().Matches(Fence().Replace(markdown.ReplaceLineEndings("\n"), "")).Select(match => Anchor(match.Groups["text"].Value)).ToHashSet();

    /// <summary>Returns what is wrong with a link; null when its target exists.</summary>
    public static string? Fault(string file, string target)
    {
        var (path, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var full = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
        if (!File.Exists(full) && !Directory.Exists(full))
            return $"{target}: there is no such file";
        return anchor is null || AnchorsIn(File.ReadAllText(full)).Contains(anchor) ? null : $"{target}: there is no such heading";
    }

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in LinkText().Replace(heading.Trim(), "$1").ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
                anchor.Append(letter);
            else if (letter == ' ')
                anchor.Append('-');
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // Text in code is not a link, even if it looks like one.
    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
