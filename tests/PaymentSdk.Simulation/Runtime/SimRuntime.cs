using PaymentSdk.Runtime;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Runtime;

/// <summary>How the checkout process of one life starts, waits and draws: everything is parked on the world.</summary>
internal sealed class SimRuntime(World world, Life life, SimTimeProvider time, SimRandom random) : ICheckoutRuntime
{
    private readonly List<Poll> _polls = [];

    public TimeProvider Time => time;

    /// <summary>
    /// The waits under this token are those of a worker that looks for work again and again: a look that would find nothing is
    /// left out, which changes nothing but the time that the simulation takes.
    /// </summary>
    public void SkipIdleRounds(Func<DateTimeOffset?> nextWork, CancellationToken token) => _polls.Add(new Poll(this, nextWork, token));

    /// <summary>Whether a worker waits longer than it would, because it has nothing to do.</summary>
    public bool IsIdle => !life.IsOver && life.PausedUntil <= world.Now && _polls.Exists(poll => poll.IsIdle);

    /// <summary>There may be earlier work than the polls that sleep know of.</summary>
    public void WakePolls()
    {
        foreach (var poll in _polls)
            poll.Recheck();
    }

    public async Task Start(Func<Task> work)
    {
        if (life.IsOverAt("start"))
            await Life.Never;
        await world.ParkAsync(TimeSpan.Zero, life);
        await work();
    }

    public Task DelayAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOver)
            return Life.Never;
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var parked = new Parked(cancellationToken);
        if (_polls.Find(poll => poll.Token == cancellationToken) is { } poll)
            poll.Sleep(length, parked);
        else
            parked.Appointment = world.After(length, life, parked.Complete);
        return parked.Task;
    }

    public async Task WaitAsync(Task task, TimeSpan length, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOver)
            await Life.Never;
        if (!task.IsCompleted)
        {
            var parked = new Parked(cancellationToken);
            parked.Appointment = world.After(length, life, parked.Complete);
            if (await Task.WhenAny(task, parked.Task) != task)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException();
            }

            parked.Release();
        }

        await task;
    }

    public TaskCompletionSource CreateCompletion() => new();

    public void FillRandom(Span<byte> bytes)
    {
        world.CheckThread();
        random.Fill(bytes);
    }

    /// <summary>Somebody who waits for a time or for a token.</summary>
    private sealed class Parked
    {
        private readonly TaskCompletionSource _source = new();
        private readonly CancellationToken _token;
        private readonly CancellationTokenRegistration _registration;

        public Parked(CancellationToken token)
        {
            _token = token;
            if (token.CanBeCanceled)
                _registration = token.UnsafeRegister(static parked => ((Parked)parked!).Cancel(), this);
        }

        public Appointment? Appointment { get; set; }

        public Task Task => _source.Task;

        public void Complete()
        {
            _registration.Dispose();
            _source.TrySetResult();
        }

        /// <summary>Nobody waits any more.</summary>
        public void Release()
        {
            Appointment?.CallOff();
            _registration.Dispose();
        }

        private void Cancel()
        {
            Appointment?.CallOff();
            _source.TrySetCanceled(_token);
        }
    }

    /// <summary>A worker's wait between two looks for work.</summary>
    private sealed class Poll(SimRuntime runtime, Func<DateTimeOffset?> nextWork, CancellationToken token)
    {
        /// <summary>Even without work a worker looks as often as this.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

        private Parked? _parked;
        private TimeSpan _length;
        private DateTimeOffset _begun;
        private DateTimeOffset _until;

        public CancellationToken Token => token;

        public bool IsIdle => _parked is { Task.IsCompleted: false } && _until > _begun + _length;

        public void Sleep(TimeSpan length, Parked parked)
        {
            (_parked, _length, _begun) = (parked, length, runtime.World.Now);
            Meet(Tick());
        }

        public void Recheck()
        {
            if (_parked is not { Task.IsCompleted: false, Appointment: { } appointment } || Tick() is var tick && tick >= _until)
                return;
            appointment.CallOff();
            Meet(tick);
        }

        private void Meet(DateTimeOffset at)
        {
            _until = at;
            _parked!.Appointment = runtime.World.At(at, runtime.Life, _parked.Complete);
        }

        /// <summary>The first time at which the worker looks and finds something.</summary>
        private DateTimeOffset Tick()
        {
            if (_length <= TimeSpan.Zero || _length > Longest)
                return _begun + _length;
            var wanted = (nextWork() ?? DateTimeOffset.MaxValue) - _begun;
            var longest = Longest.Ticks / _length.Ticks;
            var earliest = Math.Max(1, Ceiling(runtime.World.Now - _begun));
            var ticks = wanted >= Longest ? longest : Ceiling(wanted);
            return _begun + (_length * Math.Max(earliest, ticks));
        }

        private long Ceiling(TimeSpan time) => (time.Ticks + _length.Ticks - 1) / _length.Ticks;
    }

    private World World => world;

    private Life Life => life;
}
