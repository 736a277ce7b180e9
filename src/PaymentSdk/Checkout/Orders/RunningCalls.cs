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
    private readonly ConcurrentDictionary<object, Task> _calls = new();

    /// <summary>The call for this payment of this order: the running one if there is one, otherwise a new one.</summary>
    public Task<ConfirmOutcome> Join(PaymentConfirmation payment, Func<Task<ConfirmOutcome>> begin) =>
        Join((payment.OrderId, payment.PaymentKey), begin);

    /// <summary>The running call of this name, otherwise a new one. A name has one type of outcome.</summary>
    public Task<T> Join<T>(object call, Func<Task<T>> begin)
    {
        // A lazy start: of two callers at once exactly one begins. It runs apart from the caller: a database that blocks its
        // thread must not keep the buyer longer than the caller waits.
        var start = runtime.CreateCompletion();
        var mine = Run(call, begin, start.Task);
        var running = _calls.GetOrAdd(call, mine);
        if (ReferenceEquals(running, mine))
            start.SetResult();
        else
            start.SetCanceled(CancellationToken.None);
        return (Task<T>)running;
    }

    /// <summary>
    /// The running call of this name; null when there is none. For callers that only wait for another caller's work: under
    /// <see cref="Join{T}"/> they would begin a call that the one who has the work then joins instead of doing it.
    /// </summary>
    public Task<T>? Find<T>(object call) => _calls.TryGetValue(call, out var running) ? (Task<T>)running : null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task running = Task.WhenAll(_calls.Values);
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
