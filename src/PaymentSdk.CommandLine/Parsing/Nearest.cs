using PaymentSdk.Configuration;

namespace PaymentSdk.CommandLine.Parsing;

/// <summary>Finds the known word that is most like a mistyped one.</summary>
internal static class Nearest
{
    /// <summary>
    /// Returns the known word that needs the fewest edits; null if no word is near enough. A word is near enough if it needs at most two edits, or at
    /// most a third of its length if that is more, but fewer edits than it has letters.
    /// </summary>
    public static string? To(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: EditDistance.Between(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Word.Length / 3) && candidate.Distance < candidate.Word.Length)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();
}
