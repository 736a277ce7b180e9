using System.Collections.Concurrent;

namespace PaymentSdk.ConfirmPath;

/// <summary>
/// Records the method calls of a request in the instrumented copy of the assemblies. The calls of other work in the process are not recorded with
/// them.
/// </summary>
public static class Calls
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();

    /// <summary>Records a call. <see cref="Weaving"/> inserts a call to this method into every method of the copy.</summary>
    /// <param name="method">The file and the method, separated by <c>|</c>.</param>
    public static void Enter(string method) => Current.Value?.Enqueue(method);

    /// <summary>Starts recording the calls of this request and of the work that it starts.</summary>
    internal static ConcurrentQueue<string> Keep() => Current.Value = new ConcurrentQueue<string>();
}
