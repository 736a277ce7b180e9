using System.Collections.Concurrent;

namespace PaymentSdk.ConfirmPath;

/// <summary>
/// Records the calls of the copy's methods. Only the calls of one request are recorded, regardless of what else runs in the process.
/// </summary>
public static class Calls
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();

    /// <summary>Records a call. Every method of the copy calls this on entry.</summary>
    /// <param name="method">The file and the method, as <see cref="Weaving"/> wrote them.</param>
    public static void Enter(string method) => Current.Value?.Enqueue(method);

    /// <summary>Starts to record the calls of this request and of the work that it starts.</summary>
    internal static ConcurrentQueue<string> Keep() => Current.Value = new ConcurrentQueue<string>();
}
