namespace PaymentSdk.Structure;

/// <summary>Finds folders that use each other, directly or through other folders.</summary>
internal static class Circles
{
    /// <summary>Returns the uses between folders that are part of a circle, that is, whose target leads back to their source.</summary>
    /// <param name="edges">The uses between folders.</param>
    public static IReadOnlyList<(string From, string To)> In(IEnumerable<(string From, string To)> edges)
    {
        var different = edges.Where(edge => edge.From != edge.To).Distinct().ToList();
        var next = different.ToLookup(edge => edge.From, edge => edge.To);
        return [.. different.Where(edge => Reaches(edge.To, edge.From, next)).OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal)];
    }

    private static bool Reaches(string from, string to, ILookup<string, string> next)
    {
        var seen = new HashSet<string> { from };
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var folder))
        {
            if (folder == to)
                return true;
            foreach (var neighbour in next[folder].Where(seen.Add))
                waiting.Push(neighbour);
        }

        return false;
    }
}
