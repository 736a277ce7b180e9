using System.Diagnostics;
using PaymentSdk.Simulation.Histories;

namespace PaymentSdk.Simulation.Command;

/// <summary>Runs histories of consecutive seeds on several threads, one history on one thread, and hands their results on in the order of the seeds.</summary>
/// <param name="run">Runs one history.</param>
/// <param name="options">How.</param>
/// <param name="threads">How many at the same time.</param>
internal sealed class Campaign(Func<ulong, HistoryOptions, HistoryResult> run, HistoryOptions options, int threads)
{
    /// <summary>The product goes on in the same step where a task is done: its calls lie on top of each other.</summary>
    private const int Stack = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, HistoryResult> _early = [];
    private ulong _next;
    private ulong _awaited;
    private bool _over;
    private Exception? _failure;

    /// <summary>Runs until there are enough, or the time is over, or the receiver of the results has seen enough.</summary>
    /// <param name="from">The first seed.</param>
    /// <param name="count">How many; null is no limit.</param>
    /// <param name="time">How long; null is no limit.</param>
    /// <param name="take">Takes a result; false ends the campaign.</param>
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
