namespace PaymentSdk.Sandbox.Stores;

/// <summary>The gateway's clock: the given clock plus the time that <c>/sandbox/clock</c> added. Timers use the given clock.</summary>
internal sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan _farthest = TimeSpan.FromDays(36_500);

    private long _ahead;

    /// <summary>Occurs when the clock was advanced, so that changes that depend on time are applied.</summary>
    public event Action? Advanced;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock forward; it never moves back. Returns false if the time is negative or the total exceeds 36,500 days.</summary>
    public bool TryAdvance(TimeSpan by)
    {
        if (by < TimeSpan.Zero || by > _farthest)
            return false;
        if (Interlocked.Add(ref _ahead, by.Ticks) <= _farthest.Ticks)
        {
            Advanced?.Invoke();
            return true;
        }

        Interlocked.Add(ref _ahead, -by.Ticks);
        return false;
    }
}
