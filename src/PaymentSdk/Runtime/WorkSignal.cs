namespace PaymentSdk.Runtime;

/// <summary>Signals to the workers of a registration that this process has written something, so that there may be work for them.</summary>
internal sealed class WorkSignal(ICheckoutRuntime runtime)
{
    private TaskCompletionSource _next = runtime.CreateCompletion();

    /// <summary>
    /// A task that ends with the next <see cref="Raise"/>. Take it before checking for work, so that nothing that is written meanwhile is missed.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes the waiting workers.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, runtime.CreateCompletion()).TrySetResult();
}
