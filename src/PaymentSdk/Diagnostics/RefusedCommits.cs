namespace PaymentSdk.Diagnostics;

/// <summary>Counts the commits of one registration that the database has refused because of their data since the process started.</summary>
internal sealed class RefusedCommits(TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _count;
    private long _last;

    /// <summary>The number of refused commits and the time since the last one; zero when there was none.</summary>
    public (int Count, TimeSpan Ago) Seen
    {
        get
        {
            lock (_gate)
                return _count == 0 ? (0, TimeSpan.Zero) : (_count, time.GetElapsedTime(_last));
        }
    }

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            _last = time.GetTimestamp();
        }
    }
}
