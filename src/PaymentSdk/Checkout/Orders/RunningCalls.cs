using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Orders;

/// <summary>
/// The calls that the host has begun and finishes whatever the browser does: a disconnect ends the waiting, not the call
/// (docs/spec/money.md §3). At shutdown the host waits for them as long as its shutdown time allows; lease expiry finds the rest.
/// </summary>
internal sealed class RunningCalls(ICheckoutRuntime runtime) : IHostedService
{
    private readonly ConcurrentDictionary<object, (Task Outcome, CallProgress Progress)> _calls = new();

    /// <summary>The running call of this name, otherwise a new one. A name has one type of outcome.</summary>
    public Task<T> Join<T>(object call, Func<Task<T>> begin) => Join(call, _ => begin()).Outcome;

    /// <summary>Joins the running call of this name, or begins one. The progress is the call's own: every caller that joins it sees the same.</summary>
    public (Task<T> Outcome, CallProgress Progress) Join<T>(object call, Func<CallProgress, Task<T>> begin)
    {
        // A lazy start: of two callers at once exactly one begins. It runs apart from the caller: a database that blocks its
        // thread must not keep the buyer longer than the caller waits.
        var start = runtime.CreateCompletion();
        var progress = new CallProgress();
        var mine = Run(call, () => begin(progress), start.Task);
        var running = _calls.GetOrAdd(call, (mine, progress));
        if (ReferenceEquals(running.Outcome, mine))
            start.SetResult();
        else
            start.SetCanceled(CancellationToken.None);
        return ((Task<T>)running.Outcome, running.Progress);
    }

    /// <summary>
    /// The running call of this name; null when there is none. For callers that only wait for another caller's work: under
    /// <c>Join</c> they would begin a call that the one who has the work then joins instead of doing it.
    /// </summary>
    public Task<T>? Find<T>(object call) => _calls.TryGetValue(call, out var running) ? (Task<T>)running.Outcome : null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task running = Task.WhenAll(_calls.Values.Select(call => call.Outcome));
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<T> Run<T>(object call, Func<Task<T>> begin, Task start)
    {
        await start.ConfigureAwait(false);
        try
        {
            return await begin().ConfigureAwait(false);
        }
        finally
        {
            _calls.TryRemove(call, out _);
        }
    }
}

/// <summary>How far a call is that a caller waits for.</summary>
internal sealed class CallProgress
{
    private volatile bool _isIntended;

    /// <summary>Whether its intent is in the ledger: from then on a row resolves it, whatever becomes of the call.</summary>
    public bool IsIntended
    {
        get => _isIntended;
        set => _isIntended = value;
    }
}
