using System.Collections.Concurrent;

namespace PaymentSdk.ConfirmPath;

/// <summary>What the methods of the copy call when they are entered. Only those of one request are kept, whatever else runs in the process.</summary>
public static class Calls
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();

    /// <summary>Called by every method of the copy.</summary>
    /// <param name="method">File and method, as <see cref="Weaving"/> wrote them.</param>
    public static void Enter(string method) => Current.Value?.Enqueue(method);

    /// <summary>Keeps what is entered from here on, in this request and whatever it begins.</summary>
    internal static ConcurrentQueue<string> Keep() => Current.Value = new ConcurrentQueue<string>();
}
