using System.Security.Cryptography;
using PaymentSdk.Api;

namespace PaymentSdk.Runtime;

/// <summary>
/// Everything that the checkout process takes from its environment, apart from the ledger and the HTTP calls: starting work, waiting, completing a
/// task, and random bytes. A simulator replaces it and decides what happens next.
/// </summary>
internal interface ICheckoutRuntime
{
    /// <summary>The clock of this host.</summary>
    TimeProvider Time { get; }

    /// <summary>Starts work that runs apart from the caller, never within this call. The task completes when the work has ended.</summary>
    Task Start(Func<Task> work);

    /// <summary>Waits for the given time.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled first.</exception>
    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Waits for a task, at most for the given time. The task itself continues.</summary>
    /// <exception cref="TimeoutException">The time has passed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled first.</exception>
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

/// <summary>Extension methods that wait for a result.</summary>
internal static class RuntimeWaiting
{
    /// <summary>Waits for the result of a task, at most for the given time. The task itself continues.</summary>
    /// <exception cref="TimeoutException">The time has passed.</exception>
    public static async Task<T> ResultAsync<T>(this ICheckoutRuntime runtime, Task<T> task, TimeSpan time, CancellationToken cancellationToken)
    {
        await runtime.WaitAsync((Task)task, time, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}

/// <summary>Creates ids and keys from the random source of the runtime.</summary>
internal static class RandomIds
{
    /// <summary>Creates an order id from 160 random bits, written as 40 lower-case hexadecimal characters.</summary>
    public static OrderId NewOrderId(this ICheckoutRuntime runtime) => OrderId.Parse(Hex(runtime, 20));

    public static PurchaseId NewPurchaseId(this ICheckoutRuntime runtime) => PurchaseId.Parse(Hex(runtime, 16));

    public static IdempotencyKey NewIdempotencyKey(this ICheckoutRuntime runtime) => IdempotencyKey.Parse(NewGuid(runtime).ToString("D"));

    public static Guid NewGuid(this ICheckoutRuntime runtime)
    {
        Span<byte> bytes = stackalloc byte[16];
        runtime.FillRandom(bytes);
        // Version 4, variant 1, as Guid.NewGuid creates it.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string Hex(ICheckoutRuntime runtime, int count)
    {
        Span<byte> bytes = stackalloc byte[count];
        runtime.FillRandom(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}

/// <summary>Signals to the workers of a registration that this process has written something, so that there may be work for them.</summary>
internal sealed class WorkSignal(ICheckoutRuntime runtime)
{
    private TaskCompletionSource _next = runtime.CreateCompletion();

    /// <summary>
    /// A task that completes at the next <see cref="Raise"/>. Take it before checking for work, so that no write in the meantime is missed.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes the waiting workers.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, runtime.CreateCompletion()).TrySetResult();
}
