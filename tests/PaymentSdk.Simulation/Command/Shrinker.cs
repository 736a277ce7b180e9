using System.Diagnostics;
using PaymentSdk.Simulation.Histories;

namespace PaymentSdk.Simulation.Command;

/// <summary>Removes the parts of a failing history that its violation does not need, by running the history repeatedly.</summary>
/// <param name="run">Runs one history.</param>
/// <param name="time">The time limit.</param>
internal sealed class Shrinker(Func<ulong, HistoryOptions, HistoryResult> run, TimeSpan time)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Returns the smallest history found with a violation of the same invariant, and the options that leave out the rest.</summary>
    public (HistoryResult Result, HistoryOptions Options) Shrink(HistoryResult failing, HistoryOptions options)
    {
        var (smallest, without) = LeaveOutOthers(failing, options);
        for (var size = Math.Max(1, smallest.Parts.Count / 2); ; size = Math.Max(1, size / 2))
        {
            var smaller = false;
            for (var at = 0; at < smallest.Parts.Count && _watch.Elapsed < time;)
            {
                if (TryWithout(smallest, without, smallest.Parts.Skip(at).Take(size)) is { } found)
                    ((smallest, without), smaller) = (found, true);
                else
                    at += size;
            }

            if (_watch.Elapsed >= time || (size == 1 && !smaller))
                return (smallest, without);
        }
    }

    /// <summary>
    /// Tries to leave out all parts that do not belong to the purchase of the violation. If the violation then disappears, tries to leave out only
    /// the parts of other purchases.
    /// </summary>
    private (HistoryResult Result, HistoryOptions Options) LeaveOutOthers(HistoryResult failing, HistoryOptions options)
    {
        var subject = failing.Violations[0].Subject;
        if (subject.Length == 0)
            return (failing, options);
        bool IsOther(string part) => part != subject && !part.StartsWith($"{subject}:", StringComparison.Ordinal);
        var purchases = failing.Parts.Where(part => !part.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        bool IsOfPurchase(string part) => purchases.Contains(part.Split(':')[0]);
        return TryWithout(failing, options, failing.Parts.Where(IsOther))
            ?? TryWithout(failing, options, failing.Parts.Where(part => IsOther(part) && IsOfPurchase(part)))
            ?? (failing, options);
    }

    private (HistoryResult Result, HistoryOptions Options)? TryWithout(HistoryResult failing, HistoryOptions options, IEnumerable<string> parts)
    {
        var without = options with { LeftOut = options.LeftOut.Concat(parts).ToHashSet() };
        var invariant = failing.Violations[0].Invariant;
        var result = run(failing.Seed, without);
        var first = result.Violations.FirstOrDefault(violation => violation.Invariant == invariant);
        return first is null ? null : (result with { Violations = [first, .. result.Violations.Where(other => other != first)] }, without);
    }
}
