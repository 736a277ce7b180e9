namespace PaymentSdk.Runtime;

/// <summary>How the workers of a registration learn that this process has written something: then there may be work for them.</summary>
internal sealed class WorkSignal(ICheckoutRuntime runtime)
{
    private TaskCompletionSource _next = runtime.CreateCompletion();

    /// <summary>Ends with the next <see cref="Raise"/>. Taken before looking for work, so that nothing written meanwhile is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes the workers that rest.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, runtime.CreateCompletion()).TrySetResult();
}
