using System.Diagnostics;
using System.Globalization;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>The duration of each of many operations, and of all of them together.</summary>
internal sealed class Round
{
    private List<double> Milliseconds { get; init; } = [];

    private TimeSpan Elapsed { get; init; }

    private TimeSpan Processor { get; init; }

    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;

    /// <summary>Runs the operations of several buyers in parallel. Each buyer performs the operations of its share one after another.</summary>
    public static async Task<Round> MeasureAsync<T>(IReadOnlyList<T> work, int buyers, Func<int, T, Task> operation)
    {
        var took = new double[work.Count];
        var share = work.Count / buyers;
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, buyers).Select(buyer => Task.Run(async () =>
        {
            await start.Task;
            for (var at = buyer * share; at < (buyer + 1) * share; at++)
            {
                var began = Stopwatch.GetTimestamp();
                await operation(buyer, work[at]);
                took[at] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })).ToList();
        var (from, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        start.SetResult();
        await Task.WhenAll(all);
        return new Round { Milliseconds = [.. took], Elapsed = Stopwatch.GetElapsedTime(from), Processor = Environment.CpuUsage.TotalTime - processor };
    }

    public Round And(Round other) => new() { Milliseconds = [.. Milliseconds, .. other.Milliseconds], Elapsed = Elapsed + other.Elapsed, Processor = Processor + other.Processor };

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond,5:0}/s (p50 {Percentile(0.5):0.00} ms, p99 {Percentile(0.99):0.00} ms, processor {Processor.TotalMilliseconds / Milliseconds.Count:0.00} ms)");

    private double Percentile(double part)
    {
        var sorted = Milliseconds.Order().ToList();
        return sorted[(int)(part * (sorted.Count - 1))];
    }
}
