using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The known violations in the sources: one file of lines for each rule. The lists may only become shorter.</summary>
internal static class KnownViolations
{
    /// <summary>
    /// Fails for a violation that is not in the list, for a line of the list that is not a violation any more, and for a list that grew.
    /// </summary>
    /// <param name="list">The name of the list, a file in <c>Known</c>.</param>
    /// <param name="longest">The maximum number of lines: the number when the list was started, or after it last became shorter.</param>
    /// <param name="found">The violations of the sources.</param>
    public static void Compare(string list, int longest, IEnumerable<string> found)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "PaymentSdk.Architecture.Tests", "Known", list));
        Assert.True(Fault(list, longest, lines, found) is not { } fault, Fault(list, longest, lines, found));
    }

    /// <summary>Returns the fault; null when there is none.</summary>
    public static string? Fault(string list, int longest, IReadOnlyCollection<string> lines, IEnumerable<string> found)
    {
        var violations = found.ToHashSet();
        var added = violations.Except(lines).Order(StringComparer.Ordinal).Select(line => $"New, and forbidden (docs/architecture.md says what may know what): {line}");
        var gone = lines.Except(violations).Select(line => $"No violation any more, so delete this line of Known/{list}: {line}");
        var grown = lines.Count > longest ? [$"Known/{list} has {lines.Count} lines; it may have {longest} and only become shorter."] : Array.Empty<string>();
        var faults = added.Concat(gone).Concat(grown).ToList();
        return faults.Count == 0 ? null : string.Join('\n', faults);
    }
}
