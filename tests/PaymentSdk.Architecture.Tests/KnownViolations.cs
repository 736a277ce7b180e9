using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The known violations in the sources: one file for each rule, one violation per line. A file may only become shorter.</summary>
internal static class KnownViolations
{
    /// <summary>
    /// Fails if a violation is not in the list, if a line of the list is no longer a violation, or if the list is too long.
    /// </summary>
    /// <param name="list">The name of the list, a file in <c>Known</c>.</param>
    /// <param name="longest">The maximum number of lines. Lower it whenever the list becomes shorter.</param>
    /// <param name="found">The violations of the sources.</param>
    public static void Compare(string list, int longest, IEnumerable<string> found)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "PaymentSdk.Architecture.Tests", "Known", list));
        Assert.True(Fault(list, longest, lines, found) is not { } fault, Fault(list, longest, lines, found));
    }

    /// <summary>Returns all faults as one text; null when there is none.</summary>
    public static string? Fault(string list, int longest, IReadOnlyCollection<string> lines, IEnumerable<string> found)
    {
        var violations = found.ToHashSet();
        var added = violations.Except(lines).Order(StringComparer.Ordinal).Select(line => $"New violation (docs/architecture.md lists the allowed dependencies): {line}");
        var gone = lines.Except(violations).Select(line => $"This is no longer a violation, so delete its line from Known/{list}: {line}");
        var grown = lines.Count > longest ? [$"Known/{list} has {lines.Count} lines; it may have at most {longest}. Fix the violation instead of adding a line."] : Array.Empty<string>();
        var faults = added.Concat(gone).Concat(grown).ToList();
        return faults.Count == 0 ? null : string.Join('\n', faults);
    }
}
