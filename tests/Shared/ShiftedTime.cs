namespace PaymentSdk.Tests.Shared;

/// <summary>The system's time, which a test can move ahead. Timers and timestamps stay real, so moving the time never ends a running call.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
