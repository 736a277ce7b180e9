namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// One life of an actor in a world: a shop process from start to crash, or the world itself. A wait that is parked under an ended life
/// never continues: no exception is thrown and no <c>finally</c> runs.
/// </summary>
internal sealed class Life(string name)
{
    public string Name => name;

    public bool IsOver { get; private set; }

    /// <summary>The end of the pause, in true time; whatever is due during the pause runs at its end.</summary>
    public DateTimeOffset PausedUntil { get; set; }

    /// <summary>Called with the name of each point at which the product awaits; returns true to end the life there. Null never ends it.</summary>
    public Func<string, bool>? DiesAt { get; set; }

    /// <summary>Called when the life ends, with the point at which it ended.</summary>
    public Action<string>? Ended { get; set; }

    /// <summary>
    /// A task that never completes, on which a dead process waits. Each call returns a new task, because waiters on a shared task would keep
    /// their worlds in memory.
    /// </summary>
    public static Task Never => new TaskCompletionSource().Task;

    /// <summary>Returns a task with a result that never completes.</summary>
    public static Task<T> NeverAsync<T>() => new TaskCompletionSource<T>().Task;

    public void End(string where = "crash")
    {
        if (IsOver)
            return;
        IsOver = true;
        Ended?.Invoke(where);
    }

    /// <summary>Returns whether the life has ended, after <see cref="DiesAt"/> was given the chance to end it at this point.</summary>
    public bool IsOverAt(string point)
    {
        if (!IsOver && DiesAt is { } dies && dies(point))
            End(point);
        return IsOver;
    }
}
