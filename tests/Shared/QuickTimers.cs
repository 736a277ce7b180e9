namespace PaymentSdk.Tests.Shared;

/// <summary>The system's time with timers that fire a hundred times sooner: a timeout of one minute ends after 0.6 s.</summary>
public sealed class QuickTimers : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period > TimeSpan.Zero ? period / 100 : period);
}
