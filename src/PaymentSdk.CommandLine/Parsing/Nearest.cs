using PaymentSdk.Configuration;

namespace PaymentSdk.CommandLine.Parsing;

/// <summary>The known word that a mistyped one is most like.</summary>
internal static class Nearest
{
    /// <summary>Null when none is within two letters, or a third of a long word.</summary>
    public static string? To(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: EditDistance.Between(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Word.Length / 3) && candidate.Distance < candidate.Word.Length)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();
}
