using System.Globalization;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Command;

/// <summary>Compares what the histories reached with the written lists.</summary>
internal static class WrittenCoverage
{
    /// <summary>Writes the coverage, and returns how many entries of the written lists were not reached.</summary>
    public static int Tell(Coverage coverage, TimeSpan length, TextWriter output)
    {
        var transitions = WrittenTransitions.All.Where(transition => !coverage.Transitions.ContainsKey(transition)).ToList();
        var crashes = WrittenCrashPoints.All.Where(point => !coverage.CrashPoints.ContainsKey(point)).ToList();
        var faults = WrittenFaults.All.Where(fault => !coverage.Faults.ContainsKey(fault)).ToList();
        TellMissing(output, "never taken", transitions);
        TellMissing(output, "never died at", crashes);
        TellMissing(output, "never met", faults);
        TellMissing(output, "not written down, and taken", [.. coverage.Transitions.Keys.Where(transition => !WrittenTransitions.All.Contains(transition))]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"coverage: legal transitions {WrittenTransitions.All.Count - transitions.Count} of {WrittenTransitions.All.Count}, crash points {WrittenCrashPoints.All.Count - crashes.Count} of {WrittenCrashPoints.All.Count} ({coverage.CrashPoints.Values.Sum():#,0} crashes), faults × operations {WrittenFaults.All.Count - faults.Count} of {WrittenFaults.All.Count}, {length.TotalHours:#,0} virtual hours"));
        return transitions.Count + crashes.Count + faults.Count;
    }

    private static void TellMissing(TextWriter output, string what, List<string> names)
    {
        if (names.Count > 0)
            output.WriteLine($"{what}: {string.Join(", ", names)}");
    }
}
