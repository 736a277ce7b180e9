using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// The calls that have begun and that the host finishes even if the buyer disconnects: a disconnect ends the wait, not the call (docs/spec/money.md
/// §3). At shutdown the host waits for them within its shutdown timeout; recovery resolves the rest after their leases expire.
/// </summary>
internal sealed class RunningCalls(ICheckoutRuntime runtime) : IHostedService
{
    private readonly ConcurrentDictionary<object, (Task Outcome, CallProgress Progress)> _calls = new();

    /// <summary>Joins the running call with this key, or begins a new one. All calls of one key have the same type of outcome.</summary>
    public Task<T> Join<T>(object call, Func<Task<T>> begin) => Join(call, _ => begin()).Outcome;

    /// <summary>Joins the running call with this key, or begins a new one. All callers of a call share its progress.</summary>
    public (Task<T> Outcome, CallProgress Progress) Join<T>(object call, Func<CallProgress, Task<T>> begin)
    {
        // The call starts lazily, so that exactly one of two concurrent callers begins it. It runs apart from the caller, so that a database that
        // blocks its thread does not make the caller wait longer than it intended.
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
    /// Returns the running call with this key; null when there is none. It is for callers that only wait for another caller's work: with
    /// <c>Join</c> they would begin a call, and the caller that has the work would join that call instead of doing the work.
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

/// <summary>The progress of a call for which a caller waits.</summary>
internal sealed class CallProgress
{
    private volatile bool _isIntended;

    /// <summary>Whether the intent of the call is in the ledger. From then on the outcome is resolved from its row, even if the call fails.</summary>
    public bool IsIntended
    {
        get => _isIntended;
        set => _isIntended = value;
    }
}
