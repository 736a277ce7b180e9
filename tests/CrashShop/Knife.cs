using System.Diagnostics;
using System.Globalization;

namespace CrashShop;

/// <summary>Kills this process with SIGKILL at one boundary of the confirm path, or pauses it there until a line is read.</summary>
/// <param name="target">The boundary, by its number or its name.</param>
/// <param name="pauses">Whether to pause the process instead of killing it.</param>
internal sealed class Knife(string target, bool pauses)
{
    private volatile bool _armed;
    private int _passed;

    public void Arm() => _armed = true;

    public void Cut(string where)
    {
        if (!_armed || (Interlocked.Increment(ref _passed).ToString(CultureInfo.InvariantCulture) != target && where != target))
            return;
        Console.WriteLine($"cut: {where}");
        Console.Out.Flush();
        if (pauses)
        {
            Console.ReadLine();
            return;
        }

        // No handler or finally block runs, and the process's own buffers are not flushed.
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
