using System.Security.Cryptography;

namespace PaymentSdk.Runtime;

/// <summary>
/// Everything that the checkout process takes from its environment, apart from the ledger and the HTTP calls: starting work, waiting, completing a
/// task, and random bytes. A simulator replaces it and decides what happens next.
/// </summary>
internal interface ICheckoutRuntime
{
    /// <summary>The clock of this host.</summary>
    TimeProvider Time { get; }

    /// <summary>Starts work outside of this call: nothing of it runs before <c>Start</c> returns. The task ends with the work.</summary>
    Task Start(Func<Task> work);

    /// <summary>Waits for the given time.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Waits for a task, at most for the given time. The task itself continues.</summary>
    /// <exception cref="TimeoutException">The time has passed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    Task WaitAsync(Task task, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Creates the source of a task that this process completes.</summary>
    TaskCompletionSource CreateCompletion();

    /// <summary>Fills a buffer with unguessable bytes, from which ids and keys are made.</summary>
    void FillRandom(Span<byte> bytes);
}

/// <summary>The runtime of a real host: the thread pool, a clock, and the random source of the operating system.</summary>
internal sealed class SystemRuntime(TimeProvider time) : ICheckoutRuntime
{
    public TimeProvider Time => time;

    public Task Start(Func<Task> work) => Task.Run(work, CancellationToken.None);

    public Task DelayAsync(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, time, cancellationToken);

    public Task WaitAsync(Task task, TimeSpan length, CancellationToken cancellationToken) => task.WaitAsync(length, time, cancellationToken);

    public TaskCompletionSource CreateCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void FillRandom(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
