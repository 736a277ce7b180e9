using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Runtime;

/// <summary>
/// The clock of one host. It is wrong by <see cref="Skew"/>, which may change while the host runs. Timestamps are monotonic and correct.
/// Timers are appointments of the world.
/// </summary>
internal sealed class SimTimeProvider(World world, Life life) : TimeProvider
{
    private readonly List<SimTimer> _pauses = [];
    private readonly List<SimTimer> _waiting = [];

    /// <summary>How far the clock of the host is ahead of true time.</summary>
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => world.Now + Skew;

    public override long GetTimestamp() => world.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        world.CheckThread();
        return new SimTimer(this, callback, state, dueTime, period);
    }

    /// <summary>A timer that is made of appointments.</summary>
    private sealed class SimTimer : ITimer
    {
        private readonly SimTimeProvider _provider;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private Appointment? _next;
        private TimeSpan _period;

        public SimTimer(SimTimeProvider provider, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_provider, _callback, _state) = (provider, callback, state);
            // A pause of the pipeline is a Task.Delay; a timeout is a CancellationTokenSource.
            if (state is Task)
                provider._pauses.Add(this);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _next?.CallOff();
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
                Meet(dueTime);
            return true;
        }

        public void Dispose()
        {
            _next?.CallOff();
            _provider._waiting.Remove(this);
            EndPause();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void EndPause()
        {
            if (_provider._pauses.Remove(this) && _provider._pauses.Count == 0)
                _provider.Resume();
        }

        public void Meet(TimeSpan after)
        {
            _next = _provider.World.After(after, _provider.Life, Fire);
        }

        private void Fire()
        {
            // A Task.Delay that is canceled continues on the thread pool. A timeout that is due during a pause therefore waits for
            // the end of the pause: timers may be late, and the send deadline does not depend on them.
            if (_state is CancellationTokenSource && _provider._pauses.Count > 0)
            {
                _provider._waiting.Add(this);
                return;
            }

            EndPause();
            if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
                Meet(_period);
            _callback(_state);
        }
    }

    /// <summary>Fires the timeouts that were due during the last pause.</summary>
    private void Resume()
    {
        foreach (var timeout in _waiting)
            timeout.Meet(TimeSpan.Zero);
        _waiting.Clear();
    }

    private World World => world;

    private Life Life => life;
}
