using System.Diagnostics;

namespace CrashShop;

/// <summary>Kills this process, as a power cut would, at one boundary of the confirm path.</summary>
internal sealed class Knife(int target)
{
    private volatile bool _armed;
    private int _passed;

    public void Arm() => _armed = true;

    public void Cut(string where)
    {
        if (!_armed || Interlocked.Increment(ref _passed) != target)
            return;
        Console.WriteLine($"cut: {where}");
        Console.Out.Flush();
        // SIGKILL: no handler, no finally block, no buffered write of ours survives it.
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
