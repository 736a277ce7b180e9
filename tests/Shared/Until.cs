using System.Diagnostics;

namespace PaymentSdk.Tests.Shared;

/// <summary>Waits until a condition is true, instead of for a fixed time.</summary>
public static class Until
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), () => what);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > MaxWait)
                throw new TimeoutException($"Timed out after {MaxWait.TotalSeconds} s: {what()}.");
            await Task.Delay(10);
        }
    }
}
