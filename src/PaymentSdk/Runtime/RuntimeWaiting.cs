namespace PaymentSdk.Runtime;

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
