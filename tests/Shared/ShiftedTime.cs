namespace PaymentSdk.Tests.Shared;

/// <summary>The system's time, moved ahead by hand. Timers and timestamps stay real, so that a jump never times out a running call.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
