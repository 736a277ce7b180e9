using System.Text.RegularExpressions;

namespace PaymentSdk.Tests.Architecture;

/// <summary>
/// A section that a text cites, in one of the forms <c>docs/spec/money.md §5</c>, <c>money.md §5, §6</c> and <c>payment-api.md, appendix C</c>.
/// </summary>
/// <param name="Document">The cited document, e.g. <c>money.md</c>.</param>
/// <param name="Section">The cited section, e.g. <c>5</c> or <c>appendix C</c>.</param>
internal readonly partial record struct SpecCitation(string Document, string Section)
{
    /// <summary>Returns the sections that a text cites.</summary>
    /// <param name="text">Source or Markdown. A citation may continue on the next comment line.</param>
    /// <param name="ownDocument">The document of a bare <c>§5</c>; null where a bare section does not cite the spec.</param>
    public static IEnumerable<SpecCitation> In(string text, string? ownDocument = null)
    {
        var joined = LineBreak().Replace(text, " ");
        foreach (Match match in Named().Matches(joined))
        {
            foreach (Match section in Sections().Matches(match.Groups["sections"].Value))
                yield return new SpecCitation(match.Groups["document"].Value + ".md", section.Groups["name"].Value);
        }

        foreach (Match match in OfTheApi().Matches(joined))
            yield return new SpecCitation("payment-api.md", match.Groups["name"].Value);
        if (ownDocument is null)
            yield break;
        foreach (Match section in Sections().Matches(OfTheApi().Replace(Named().Replace(joined, ""), "")))
            yield return new SpecCitation(ownDocument, section.Groups["name"].Value);
    }

    public override string ToString() => $"{Document} §{Section}";

    // The end of a line, with the comment or quotation mark that starts the next one.
    [GeneratedRegex(@"\s*\n\s*(?:///|//|\*|>|#(?!#))?\s*")]
    private static partial Regex LineBreak();

    // A document, and all sections named after it: "§5", "§4, §5", "§5 and §6", ", appendix C". Documents that are not in docs/spec match as
    // well, so that the test reports citations of them.
    [GeneratedRegex(@"\b(?<document>money|payment-api|failures|origins|http|sandbox|design|house|style|words)(?:\.md)?,? (?<sections>(?:§\d+(?:\.\d+)*|[Aa]ppendix [A-Z])(?:(?:,| and|–| or)? ?(?:§\d+(?:\.\d+)*|[Aa]ppendix [A-Z]))*)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bF§(?<name>\d+(?:\.\d+)*)")]
    private static partial Regex OfTheApi();

    [GeneratedRegex(@"§(?<name>\d+(?:\.\d+)*)|(?<name>[Aa]ppendix [A-Z])")]
    private static partial Regex Sections();
}
