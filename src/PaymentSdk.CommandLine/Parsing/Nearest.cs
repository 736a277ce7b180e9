using PaymentSdk.Configuration;

namespace PaymentSdk.CommandLine.Parsing;

/// <summary>Finds the known word that is most like a mistyped one.</summary>
internal static class Nearest
{
    /// <summary>
    /// Returns the known word that needs the fewest edits; null if each of them needs more than two edits and more edits than a third of its letters.
    /// </summary>
    public static string? To(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: EditDistance.Between(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Word.Length / 3) && candidate.Distance < candidate.Word.Length)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();
}
