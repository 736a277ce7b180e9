using System.Diagnostics;
using PaymentSdk.Simulation.Histories;

namespace PaymentSdk.Simulation.Command;

/// <summary>
/// Runs histories of consecutive seeds on several threads, one history per thread, and passes on their results in the order of the seeds.
/// </summary>
/// <param name="run">Runs one history.</param>
/// <param name="options">The options of every history.</param>
/// <param name="threads">The number of histories that run at the same time.</param>
internal sealed class Campaign(Func<ulong, HistoryOptions, HistoryResult> run, HistoryOptions options, int threads)
{
    /// <summary>The stack size of a thread. Continuations of the product run inline when a task completes, so calls nest deeply.</summary>
    private const int Stack = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, HistoryResult> _early = [];
    private ulong _next;
    private ulong _awaited;
    private bool _over;
    private Exception? _failure;

    /// <summary>Runs until the count is reached, the time limit is reached, or the receiver of the results ends the campaign.</summary>
    /// <param name="from">The first seed.</param>
    /// <param name="count">The number of histories; null for no limit.</param>
    /// <param name="time">The time limit; null for no limit.</param>
    /// <param name="take">Receives each result, and returns false to end the campaign.</param>
    public void Run(ulong from, int? count, TimeSpan? time, Func<HistoryResult, bool> take)
    {
        var watch = Stopwatch.StartNew();
        (_next, _awaited) = (from, from);
        var until = count is { } number ? from + (ulong)number : ulong.MaxValue;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() => Work(until, () => time is { } limit && watch.Elapsed > limit, take), Stack)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        if (_failure is not null)
            throw _failure;
    }

    private void Work(ulong until, Func<bool> isLate, Func<HistoryResult, bool> take)
    {
        while (true)
        {
            ulong seed;
            lock (_gate)
            {
                if (_over || _next >= until || isLate())
                    return;
                seed = _next++;
            }

            try
            {
                var result = run(seed, options);
                lock (_gate)
                    Hand(result, take);
            }
            catch (Exception failure)
            {
                lock (_gate)
                    (_failure, _over) = (_failure ?? new InvalidOperationException($"The history of seed {seed} failed.", failure), true);
            }
        }
    }

    private void Hand(HistoryResult result, Func<HistoryResult, bool> take)
    {
        _early.Add(result.Seed, result);
        while (!_over && _early.Remove(_awaited, out var next))
        {
            _awaited++;
            _over = !take(next);
        }
    }
}
