namespace PaymentSdk.Runtime;

/// <summary>Waiting for a result.</summary>
internal static class RuntimeWaiting
{
    /// <summary>Waits for the result of a task, for a time at most; the task itself goes on.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static async Task<T> ResultAsync<T>(this ICheckoutRuntime runtime, Task<T> task, TimeSpan time, CancellationToken cancellationToken)
    {
        await runtime.WaitAsync((Task)task, time, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}
