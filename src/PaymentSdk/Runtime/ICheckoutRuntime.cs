using System.Security.Cryptography;

namespace PaymentSdk.Runtime;

/// <summary>
/// Everything by which the checkout process leaves the code that calls it, beside the ledger and the wire: starting work,
/// waiting, completing a task, chance. A simulator puts one of its own here and decides what happens next.
/// </summary>
internal interface ICheckoutRuntime
{
    /// <summary>The clock of this host.</summary>
    TimeProvider Time { get; }

    /// <summary>Starts work that the caller does not wait for: apart from the caller, whose thread it must not keep.</summary>
    Task Start(Func<Task> work);

    /// <summary>Ends after a time.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Waits for a task, for a time at most; the task itself goes on.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    Task WaitAsync(Task task, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>A task that this process completes.</summary>
    TaskCompletionSource CreateCompletion();

    /// <summary>Fills a buffer with unguessable bytes: ids and keys are made of them.</summary>
    void FillRandom(Span<byte> bytes);
}

/// <summary>The thread pool, a clock, and the random source of the operating system.</summary>
internal sealed class SystemRuntime(TimeProvider time) : ICheckoutRuntime
{
    public TimeProvider Time => time;

    public Task Start(Func<Task> work) => Task.Run(work, CancellationToken.None);

    public Task DelayAsync(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, time, cancellationToken);

    public Task WaitAsync(Task task, TimeSpan length, CancellationToken cancellationToken) => task.WaitAsync(length, time, cancellationToken);

    public TaskCompletionSource CreateCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void FillRandom(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
