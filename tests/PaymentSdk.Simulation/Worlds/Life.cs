namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// One life of something that runs in a world (a shop process from start to crash, or the world itself). What is parked under a
/// life that has ended never goes on: no exception, no <c>finally</c>.
/// </summary>
internal sealed class Life(string name)
{
    public string Name => name;

    public bool IsOver { get; private set; }

    /// <summary>Until when it stands still, in true time; what comes due meanwhile comes then.</summary>
    public DateTimeOffset PausedUntil { get; set; }

    /// <summary>Asked at every await of the product, by name: true ends the life there. Null lives on.</summary>
    public Func<string, bool>? DiesAt { get; set; }

    /// <summary>Told when the life ends, with where it did.</summary>
    public Action<string>? Ended { get; set; }

    /// <summary>A task that never ends: what a dead process waits for. A new one each time: whoever waits for it keeps a world in memory.</summary>
    public static Task Never => new TaskCompletionSource().Task;

    /// <summary>The same, with a result that never comes.</summary>
    public static Task<T> NeverAsync<T>() => new TaskCompletionSource<T>().Task;

    public void End(string where = "crash")
    {
        if (IsOver)
            return;
        IsOver = true;
        Ended?.Invoke(where);
    }

    /// <summary>Whether the life is over when it has reached a point; it may end right there.</summary>
    public bool IsOverAt(string point)
    {
        if (!IsOver && DiesAt is { } dies && dies(point))
            End(point);
        return IsOver;
    }
}
