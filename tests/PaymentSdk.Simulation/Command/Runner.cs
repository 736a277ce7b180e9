using System.Diagnostics;
using System.Globalization;
using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Command;

/// <summary>Runs what the command line requests and reports what was found.</summary>
internal sealed class Runner(Arguments arguments, Func<ulong, HistoryOptions, HistoryResult> history, TextWriter output)
{
    /// <summary>A run with --minutes of at least this length, and without --profile, fails unless it reaches everything in the written lists.</summary>
    private static readonly TimeSpan ReachesEverything = TimeSpan.FromMinutes(10);

    /// <summary>The maximum number of failing histories that are shrunk; the others are only listed.</summary>
    private const int MostShrunk = 5;

    private readonly KnownSeeds _known = arguments.Known is { } path ? KnownSeeds.Read(path) : KnownSeeds.None;
    private readonly Coverage _coverage = new();
    private readonly List<HistoryResult> _failing = [];
    private long _histories;
    private long _purchases;
    private long _violations;
    private int _knownViolations;
    private int _staleKnown;
    private TimeSpan _virtual;

    /// <summary>Runs many histories and returns the exit code: 0 only when no invariant was broken.</summary>
    public int RunMany()
    {
        var watch = Stopwatch.StartNew();
        var limit = arguments.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
        new Campaign(Run, arguments.Options, arguments.Threads).Run(arguments.From, limit is null ? arguments.Seeds ?? 1000 : arguments.Seeds, limit, Take);
        watch.Stop();
        var hours = watch.Elapsed.TotalHours;
        foreach (var failing in Kinds().Take(MostShrunk))
            Explain(failing);
        var missed = WrittenCoverage.Tell(_coverage, _virtual, output);
        if (arguments.EndsAtFirst && _violations > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"found after {_histories} {(_histories == 1 ? "seed" : "seeds")} in {watch.Elapsed.TotalSeconds:0} s"));
        var known = _knownViolations > 0 ? $" ({Number(_knownViolations)} more are known)" : "";
        output.WriteLine($"{Number(_histories)} histories, {Number(_purchases)} purchases, {Number(_violations)} violations, {Number((long)(_purchases / hours))} purchases per hour{known}");
        var incomplete = missed > 0 && limit >= ReachesEverything && arguments.Options.Profile is null;
        if (incomplete)
            output.WriteLine("The run fails: a run of ten minutes or more must reach every entry of the written lists.");
        return _violations > 0 || _staleKnown > 0 || incomplete ? 1 : 0;
    }

    public int RunOne(ulong seed)
    {
        var options = arguments.Options;
        var result = Run(seed, arguments.Trace && !arguments.Shrink ? options with { Trace = Tell } : options);
        if (arguments.Shrink && result.Violations.Count > 0)
            (result, options) = new Shrinker(Run, TimeSpan.FromSeconds(60)).Shrink(result, options);
        if (arguments.Trace && arguments.Shrink)
            result = Run(seed, options with { Trace = Tell });
        if (arguments.Shrink && result.Violations.Count > 0)
            TellParts(result);
        foreach (var violation in result.Violations)
            output.WriteLine(Text(violation));
        output.WriteLine($"seed {seed}, {result.Profile}: {result.Purchases} purchases, {result.Violations.Count} violations, {result.Length.TotalHours.ToString("0.0", CultureInfo.InvariantCulture)} virtual hours, journal {result.JournalHash}");
        return result.Violations.Count == 0 ? 0 : 1;
    }

    /// <summary>Writes one line of a trace.</summary>
    private void Tell(DateTimeOffset at, string who, string what) =>
        output.WriteLine($"{at.ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} {who,-9} {what}");

    /// <summary>Runs one history. When the simulator itself fails, the failure is reported with its seed like any other violation.</summary>
    private HistoryResult Run(ulong seed, HistoryOptions options)
    {
        try
        {
            return history(seed, options);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new HistoryResult
            {
                Seed = seed,
                Profile = "?",
                Purchases = 0,
                Violations = [new Violation("simulator-failed", default, "", failure.ToString())],
                JournalHash = "",
                Length = default,
                Parts = [],
                Coverage = new Coverage(),
            };
        }
    }

    private bool Take(HistoryResult result)
    {
        _histories++;
        _purchases += result.Purchases;
        _virtual += result.Length;
        _coverage.Add(result.Coverage);
        var unknown = result.Violations.Where(violation => !_known.Has(result.Seed, violation.Invariant)).ToList();
        _knownViolations += result.Violations.Count - unknown.Count;
        _violations += unknown.Count;
        if (result.Violations.Count == 0 && _known.Has(result.Seed))
        {
            _staleKnown++;
            output.WriteLine($"seed {result.Seed} is in the list of known violations but has no violation now. Remove it from the list.");
        }

        if (unknown.Count == 0)
            return true;
        _failing.Add(result with { Violations = unknown });
        output.WriteLine(Line(_failing[^1]));
        return !arguments.EndsAtFirst;
    }

    /// <summary>Returns the first failing history of each kind of violation.</summary>
    private IEnumerable<HistoryResult> Kinds() => _failing.DistinctBy(failing => failing.Violations[0].Invariant);

    private void Explain(HistoryResult failing)
    {
        output.WriteLine();
        output.WriteLine(Line(failing));
        if (!arguments.DoesNotShrink)
        {
            var (result, _) = new Shrinker(Run, TimeSpan.FromSeconds(20)).Shrink(failing, arguments.Options);
            TellParts(result);
            output.WriteLine($"  {Text(result.Violations[0])}");
        }

        output.WriteLine($"  dotnet run --project tests/PaymentSdk.Simulation -c Release -- --seed {failing.Seed} --shrink --trace{arguments.Repeat}");
    }

    private void TellParts(HistoryResult result)
    {
        output.WriteLine($"  The failure needs {result.Parts.Count} parts:");
        foreach (var part in result.Parts)
            output.WriteLine($"    {part}");
    }

    private static string Line(HistoryResult failing) => $"seed {failing.Seed} ({failing.Profile}): {Text(failing.Violations[0])}";

    private static string Text(Violation violation) =>
        $"{violation.Invariant}{(violation.Subject.Length > 0 ? $" [{violation.Subject}]" : "")} at {violation.At.ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)}: {violation.Detail}";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
