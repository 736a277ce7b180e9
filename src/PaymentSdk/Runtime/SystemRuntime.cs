using System.Security.Cryptography;

namespace PaymentSdk.Runtime;

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
