namespace PaymentSdk.Sandbox.Stores;

/// <summary>The gateway's clock: the given one, ahead by what <c>/sandbox/clock</c> added. Timers stay with the given one.</summary>
internal sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan _farthest = TimeSpan.FromDays(36_500);

    private long _ahead;

    /// <summary>The clock was moved: what time alone brings about is due now.</summary>
    public event Action? Advanced;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock forward; it never goes back. False for a time that is negative or leaves the calendar.</summary>
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
